/// A template in the pieces that Mustache sees.
enum TemplatePiece {
    case text(String)
    case value(String, line: Int)
    /// `{{#name}}`, or `{{^name}}` for when there is none.
    case open(String, isInverted: Bool)
    case close

    /// Of a template without problems: every tag is closed.
    static func pieces(of source: String) -> [TemplatePiece] {
        var pieces: [TemplatePiece] = []
        var line = 1
        var rest = source[...]
        while let open = rest.firstRange(of: "{{"),
            let close = rest[open.upperBound...].firstRange(of: "}}")
        {
            let before = rest[..<open.lowerBound]
            let tag = rest[open.upperBound..<close.lowerBound]
            line += before.count(where: \.isNewline)
            pieces.append(.text(String(before)))
            pieces += [piece(String(tag), line: line)].compactMap(\.self)
            line += tag.count(where: \.isNewline)
            rest = rest[close.upperBound...]
        }
        return pieces + [.text(String(rest))]
    }

    private static func piece(_ tag: String, line: Int) -> TemplatePiece? {
        let name = tag.drop { "#^/".contains($0) }.filter { !$0.isWhitespace }
        switch tag.first {
        case "!": return nil
        case "#": return .open(name, isInverted: false)
        case "^": return .open(name, isInverted: true)
        case "/": return .close
        default: return .value(name, line: line)
        }
    }

    /// What is rendered, with the places of the pieces: either with every section that is there
    /// when a value is, or with those that stand in for a missing one.
    ///
    /// What is repeated appears twice, so that its end meets its beginning.
    static func shown(
        _ pieces: [TemplatePiece],
        sectionsSet: Bool
    ) -> [(Int, TemplatePiece)] {
        var shown: [(Int, TemplatePiece)] = []
        var hidden: [Bool] = []
        var repeated: (from: Int, depth: Int)?
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .open(let name, let isInverted):
                hidden.append(isInverted == sectionsSet)
                if name == Placeholder.termine.rawValue, repeated == nil {
                    repeated = (shown.count, hidden.count)
                }
            case .close:
                if let own = repeated, own.depth == hidden.count {
                    shown += shown[own.from...]
                    repeated = nil
                }
                _ = hidden.popLast()
            case .text, .value:
                if !hidden.contains(true) { shown.append((index, piece)) }
            }
        }
        return shown
    }
}
