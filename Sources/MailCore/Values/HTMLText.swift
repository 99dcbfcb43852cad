/// How words stand in HTML, in text and in attributes: of letters, reports and pages alike.
///
/// Scalar by scalar, as browsers read: by characters, a quotation mark with a combining accent behind it
/// would stay one and end its attribute.
package enum HTMLText {
    /// Whether anything in a text stands otherwise in HTML.
    static func isNeeded(_ octets: some Sequence<UInt8>) -> Bool {
        octets.contains { "&<>\"'".utf8.contains($0) }
    }

    package static func escaped(_ text: String) -> String {
        guard isNeeded(text.utf8) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
