/// The attributes of one element; valid only during the call that brings them.
struct XMLAttributes {
    /// Five for each attribute: name, prefix, namespace, begin and end of the value.
    let pointers: UnsafePointer<UnsafePointer<CChar>?>?
    let count: Int

    /// Hands out every attribute: its name without prefix, whether it has one, and its value.
    func forEach<Failure>(
        _ take: (_ name: String, _ hasPrefix: Bool, _ value: String) throws(Failure) -> Void
    ) throws(Failure) {
        guard let pointers else { return }
        for index in 0..<count {
            let five = pointers + index * 5
            guard let name = five[0], let begin = five[3], let end = five[4] else { continue }
            let value = UnsafeRawBufferPointer(start: begin, count: end - begin)
            try take(String(cString: name), five[1] != nil, String(decoding: value, as: UTF8.self))
        }
    }

    /// The value of an attribute; nil if it is missing.
    func value(_ wanted: String, hasPrefix isPrefixed: Bool = false) -> String? {
        var found: String?
        forEach { name, hasPrefix, value in
            if name == wanted, hasPrefix == isPrefixed { found = value }
        }
        // libxml2 leaves this one reference, however it was written.
        return found?.split(separator: "&#38;", omittingEmptySubsequences: false)
            .joined(separator: "&")
    }

    /// Whether an attribute says yes; `false` if it is missing.
    func isTrue(_ wanted: String) -> Bool {
        value(wanted).map(Self.isYes) ?? false
    }

    static func isYes(_ value: String) -> Bool { value == "1" || value == "true" }
}

/// Tells the elements of workbooks from those that other programs add in namespaces of their own.
struct XMLNamespaces {
    private var own: UnsafePointer<CChar>?
    private var foreign: UnsafePointer<CChar>?

    /// Whether an element in this namespace is none that the standard knows.
    ///
    /// One namespace has one address during a reading, so nearly every answer is a comparison of
    /// addresses.
    mutating func isForeign(_ space: UnsafePointer<CChar>?) -> Bool {
        guard let space, space != own else { return false }
        guard space != foreign else { return true }
        let isOwn = Self.known.contains(String(cString: space))
        if isOwn { own = space } else { foreign = space }
        return !isOwn
    }

    /// As Office writes them, and as the strict form of ISO 29500 does.
    private static let known: Set = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    ]
}
