/// What the text of a template consists of: plain text, and tags in double braces.
///
/// This is the only place that knows where a tag begins and ends and what its name is; whoever looks
/// at a template starts from here.
struct TemplateToken {
    enum Content {
        case text(Substring)
        case tag(Tag)
        /// A tag that is opened and never closed; the rest of the template is inside.
        case unclosed(Substring)
    }

    /// What stands between `{{` and `}}`.
    struct Tag {
        /// The first character, if it is one that changes the meaning: `#`, `/`, `!` and the like.
        let sign: Character?
        /// The rest, without blanks around it.
        let name: String
        /// As many line ends as are inside.
        let lineEnds: Int

        fileprivate init(_ text: Substring) {
            sign = text.first.flatMap { "#^/!{&><$=%".contains($0) ? $0 : nil }
            name = String(sign == nil ? text : text.dropFirst()).trimmed
            lineEnds = text.count(where: \.isNewline)
        }
    }

    let content: Content
    /// Where it begins, from 1.
    let line: Int

    /// - Parameters:
    ///   - source: The template.
    ///   - first: The line of its file at which it begins.
    /// - Returns: Texts and tags by turns; nothing of the source is left out.
    static func tokens(of source: String, from first: Int = 1) -> [TemplateToken] {
        var tokens: [TemplateToken] = []
        var line = first
        var rest = source[...]
        while let open = rest.firstRange(of: "{{") {
            let before = rest[..<open.lowerBound]
            let inside = rest[open.upperBound...]
            tokens.append(TemplateToken(content: .text(before), line: line))
            line += before.count(where: \.isNewline)
            guard let close = inside.firstRange(of: "}}"),
                inside.first == "!" || !inside[..<close.lowerBound].contains("{{")
            else { return tokens + [TemplateToken(content: .unclosed(inside), line: line)] }
            let tag = Tag(inside[..<close.lowerBound])
            tokens.append(TemplateToken(content: .tag(tag), line: line))
            line += tag.lineEnds
            rest = inside[close.upperBound...]
        }
        return tokens + [TemplateToken(content: .text(rest), line: line)]
    }
}
