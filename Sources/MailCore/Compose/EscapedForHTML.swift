import Mustache

/// How a value stands in HTML, in its text and in its attributes.
///
/// Mustache's own escaping compares characters, so a quotation mark with a combining accent behind
/// it would stay one and end its attribute. Browsers read scalars.
struct EscapedForHTML: MustacheContentType {
    static let name = "ESCAPED_FOR_HTML"

    /// Whether anything in a text stands otherwise in HTML.
    static func isNeeded(_ octets: [UInt8]) -> Bool {
        octets.contains { "&<>\"'".utf8.contains($0) }
    }

    func escapeText(_ text: String) -> String {
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
