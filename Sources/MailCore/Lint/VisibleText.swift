extension MessageView {
    /// What the HTML part shows as text, one line for each block; nil if there is none.
    package var shownHTML: String? {
        html.map { source in
            VisibleText(HTMLDocument(source)).text
                .split(whereSeparator: \.isNewline).map { String($0).trimmed }
                .filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }
}

/// What an HTML part shows as text, in the lines in which it is read.
struct VisibleText {
    /// Words that blocks keep apart stand in lines of their own.
    let text: String
    let title: String
    /// Where its links lead.
    let targets: [String]
    /// Whether it puts numbers in front of lines.
    let hasNumbers: Bool

    /// These stand in the middle of a word, or of a line.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "o:p",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]
    private static let silent: Set<String> = ["title", "style", "script", "template", "head"]

    init(_ document: HTMLDocument) {
        var text = ""
        var title = ""
        var last: (parent: Int?, elementsBefore: Int) = (nil, 0)
        for piece in document.pieces {
            let parent = piece.parent.map { document.elements[$0].name } ?? ""
            guard !Self.silent.contains(parent) else {
                if parent == "title" { title += piece.text }
                continue
            }
            if Self.isBroken(document, from: last, to: piece) { text += "\n" }
            text += String(piece.text.map { $0.isNewline ? " " : $0 })
            last = (piece.parent, piece.elementsBefore)
        }
        self.text = text
        self.title = title
        targets = document.elements.filter { $0.name == "a" }.compactMap { $0.value("href") }
        hasNumbers = document.elements.contains { $0.name == "ol" }
    }

    /// Whether a block begins or ends between two pieces of text.
    private static func isBroken(
        _ document: HTMLDocument,
        from last: (parent: Int?, elementsBefore: Int),
        to piece: HTMLDocument.Piece
    ) -> Bool {
        let begun = document.elements[last.elementsBefore..<piece.elementsBefore]
        if begun.contains(where: { !inline.contains($0.name) }) { return true }
        // Blocks around the last piece that are not around this one have ended.
        return block(around: last.parent, in: document) != block(around: piece.parent, in: document)
    }

    private static func block(around index: Int?, in document: HTMLDocument) -> Int? {
        var index = index
        while let element = index, inline.contains(document.elements[element].name) {
            index = document.elements[element].parent
        }
        return index
    }
}
