/// A template in the pieces that Mustache sees.
enum TemplatePiece {
    case text(String)
    case value(String, line: Int)
    /// `{{#name}}`, or `{{^name}}` for when there is none.
    case open(String, isInverted: Bool)
    case close

    /// Of a template without problems: every tag is closed.
    static func pieces(of source: String) -> [TemplatePiece] {
        TemplateToken.tokens(of: source).compactMap { token in
            switch token.content {
            case .text(let text), .unclosed(let text): .text(String(text))
            case .tag(let tag): piece(tag, line: token.line)
            }
        }
    }

    private static func piece(_ tag: TemplateToken.Tag, line: Int) -> TemplatePiece? {
        switch tag.sign {
        case "!": nil
        case "#": .open(tag.name, isInverted: false)
        case "^": .open(tag.name, isInverted: true)
        case "/": .close
        default: .value(tag.name, line: line)
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
