/// Whether every tag of an HTML text is written so that all programs read it alike.
///
/// A `<` begins a tag, a tag has a name and each attribute once, with its value in quotes; it ends in
/// front of the next one. What stands in a title is text.
enum TagForm {
    /// Each problem with its line.
    static func problems(in source: String) -> [(Int, LintFault.MarkupFault)] {
        var found: [(Int, LintFault.MarkupFault)] = []
        var line = 1
        var isTitle = false
        var titles = 0
        for (number, part) in source.split(separator: "<", omittingEmptySubsequences: false)
            .enumerated()
        {
            defer { line += part.count(where: \.isNewline) }
            guard number > 0 else { continue }
            let tag = part.prefix { $0 != ">" }
            // C-08 speaks of these.
            guard let first = tag.first, !"!?".contains(first) else {
                if tag.isEmpty { found.append((line, .bareBracket)) }
                continue
            }
            let isWhole = tag.endIndex < part.endIndex
            guard isWhole, let name = name(of: tag) else {
                found.append((line, .brokenTag))
                continue
            }
            if isTitle && name != "/title" { found.append((line, .tagInTitle)) }
            isTitle = name == "title"
            titles += isTitle ? 1 : 0
        }
        if titles > 1 { found.append((line, .secondTitle)) }
        return found
    }

    /// The name of a tag that is written in order, with a slash in front of it at an end.
    private static func name(of tag: Substring) -> String? {
        let attribute = #/\s+([A-Za-z][A-Za-z:-]*)\s*=\s*(?:"[^"<]*"|'[^'<]*')/#
        guard let begin = tag.prefixMatch(of: #//?[A-Za-z][A-Za-z0-9]*/#) else { return nil }
        let name = begin.output.lowercased()
        var rest = tag[begin.range.upperBound...]
        var seen: Set<String> = []
        while let match = rest.prefixMatch(of: attribute) {
            guard seen.insert(match.output.1.lowercased()).inserted else { return nil }
            rest = rest[match.range.upperBound...]
        }
        let isEnd = name.hasPrefix("/")
        guard rest.wholeMatch(of: #/\s*/?/#) != nil, !isEnd || seen.isEmpty && !rest.contains("/")
        else { return nil }
        return name
    }
}
