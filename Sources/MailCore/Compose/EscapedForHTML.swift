import Mustache

/// How a value of a letter stands in its HTML part: as `HTMLText` writes it, and not as Mustache does, which
/// compares characters.
struct EscapedForHTML: MustacheContentType {
    static let name = "ESCAPED_FOR_HTML"

    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
