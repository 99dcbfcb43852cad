/// One file of a template with its tags filled in and its lines kept, so that what a rule finds
/// has a place.
struct TemplateSheet {
    let file: String
    /// As written.
    let source: String
    /// With the authority's values and a made-up recipient's; sections are open.
    let filled: String
    /// With nothing in place of tags: what the author wrote himself.
    let written: String
    /// Every placeholder that is rendered or opens a section.
    let placeholders: Set<String>

    init(file: String, source: String, values: [String: String]) {
        var filled = ""
        var written = ""
        var placeholders: Set<String> = []
        for token in TemplateToken.tokens(of: source) {
            switch token.content {
            case .text(let text), .unclosed(let text):
                filled += text
                written += text
            case .tag(let tag):
                if tag.sign == nil { filled += values[tag.name] ?? "" }
                // A line break inside a comment must not shift what follows.
                let breaks = String(repeating: "\n", count: tag.lineEnds)
                filled += breaks
                written += breaks
                if tag.sign != "!" { placeholders.insert(tag.name) }
            }
        }
        self.file = file
        self.source = source
        self.filled = filled
        self.written = written
        self.placeholders = placeholders
    }

    /// The filled lines, numbered from 1.
    var lines: [(number: Int, text: String)] { Self.numbered(filled) }

    /// The author's own lines, numbered from 1.
    var writtenLines: [(number: Int, text: String)] { Self.numbered(written) }

    private static func numbered(_ text: String) -> [(number: Int, text: String)] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { ($0.offset + 1, String($0.element)) }
    }
}
