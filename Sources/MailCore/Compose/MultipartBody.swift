/// `multipart/alternative`: the text first, then the HTML (RFC 2046 section 5.1.4).
struct MultipartBody {
    let bytes: [UInt8]

    /// The boundary begins with `=_`, which neither of the two encodings can produce.
    init(text: String, html: String?, boundary: String) {
        var bytes = Self.part(text, type: "text/plain", boundary: boundary)
        if let html { bytes += Self.part(html, type: "text/html", boundary: boundary) }
        bytes += "--\(boundary)--\r\n".utf8
        self.bytes = bytes
    }

    private static func part(_ content: String, type: String, boundary: String) -> [UInt8] {
        let encoded = TransferEncoding.shortest(for: content)
        let header =
            "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n"
            + "Content-Transfer-Encoding: \(encoded.name)\r\n\r\n"
        return Array(header.utf8) + encoded.bytes
    }
}
