/// `multipart/alternative`: the text first, then the HTML (RFC 2046 section 5.1.4).
struct MultipartBody {
    let bytes: [UInt8]

    /// The boundary begins with `=_`, which neither of the two encodings can produce.
    init(text: TransferEncoding, html: TransferEncoding?, boundary: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.bytes.count + (html?.bytes.count ?? 0) + 512)
        Self.add(text, type: "text/plain", boundary, to: &bytes)
        if let html { Self.add(html, type: "text/html", boundary, to: &bytes) }
        bytes.append(contentsOf: "--\(boundary)--\r\n".utf8)
        self.bytes = bytes
    }

    private static func add(
        _ encoded: TransferEncoding,
        type: String,
        _ boundary: String,
        to bytes: inout [UInt8]
    ) {
        for line in [
            "--\(boundary)", "Content-Type: \(type); charset=utf-8",
            "Content-Transfer-Encoding: \(encoded.name)", "",
        ] {
            bytes.append(contentsOf: line.utf8)
            bytes.append(0x0D)
            bytes.append(0x0A)
        }
        bytes.append(contentsOf: encoded.bytes)
    }
}
