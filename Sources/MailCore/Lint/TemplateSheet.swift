/// One file of a template with its tags filled in and its lines kept, so that what a rule finds
/// has a place.
struct TemplateSheet {
    let file: String
    /// As written.
    let source: String
    /// With the office's values and a made-up recipient's; sections are open.
    let filled: String
    /// With nothing in place of tags: what the author wrote himself.
    let written: String
    /// Every placeholder that is rendered or opens a section.
    let placeholders: Set<String>

    init(file: String, source: String, values: [String: String]) {
        var filled = ""
        var written = ""
        var placeholders: Set<String> = []
        var rest = source[...]
        while let open = rest.firstRange(of: "{{"),
            let close = rest[open.upperBound...].firstRange(of: "}}")
        {
            let before = rest[..<open.lowerBound]
            let tag = rest[open.upperBound..<close.lowerBound]
            let name = tag.drop { "#^/ ".contains($0) }.filter { !$0.isWhitespace }
            let isValue = !"#^/!".contains(tag.first ?? "!")
            filled += before + (isValue ? values[String(name)] ?? "" : "")
            // A line break inside a comment must not shift what follows.
            let breaks = String(repeating: "\n", count: tag.count(where: \.isNewline))
            filled += breaks
            written += before + breaks
            if tag.first != "!" { placeholders.insert(String(name)) }
            rest = rest[close.upperBound...]
        }
        self.file = file
        self.source = source
        self.filled = filled + rest
        self.written = written + rest
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
