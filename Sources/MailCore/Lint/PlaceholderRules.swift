/// C-16: a placeholder stands as a word of its own.
///
/// The guard looks for whole words of other people in the finished message; a name that has grown
/// together with a letter (`{{vorname}}s`) would not be seen. German names take no such ending, and
/// two placeholders without a blank between them make one word of two.
enum PlaceholderRules {
    static func findings(in template: Template) -> [LintFinding] {
        let source = template.source
        return touching(template.subject, file: "template.toml")
            + touching(source.text, file: "message.txt")
            + touching(source.html ?? "", file: "message.html")
    }

    private static func touching(_ text: String, file: String) -> [LintFinding] {
        let pieces = TemplatePiece.pieces(of: text)
        let found = [true, false].reduce(into: Set<Int>()) { found, isSet in
            found.formUnion(touching(pieces, sectionsSet: isSet, isHTML: file.hasSuffix(".html")))
        }
        return found.sorted().compactMap { index in
            guard case .value(let name, let line) = pieces[index] else { return nil }
            return LintFinding(
                .wholeWords,
                file: file,
                line: file == "template.toml" ? nil : line,
                .touchedPlaceholder(name: name)
            )
        }
    }

    /// The places of placeholders that touch something, with every section as it is when its value
    /// is there, or when it is not.
    private static func touching(
        _ pieces: [TemplatePiece],
        sectionsSet: Bool,
        isHTML: Bool
    ) -> Set<Int> {
        let shown = TemplatePiece.shown(pieces, sectionsSet: sectionsSet).map { index, piece in
            switch piece {
            case .text(let text): text
            case .value: sign(for: index)
            case .open, .close: ""
            }
        }.joined()
        let read = isHTML ? letters(HTMLReading.words(of: shown)) : shown
        let characters = Array(read.unicodeScalars)
        return Set(
            characters.indices.compactMap { place in
                guard let index = index(of: characters[place]) else { return nil }
                let neighbours = [place - 1, place + 1].filter(characters.indices.contains)
                return neighbours.contains { belongsToWord(characters[$0]) } ? index : nil
            }
        )
    }

    private static func belongsToWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || index(of: scalar) != nil
    }

    /// Letters that the guard's reading leaves as `&auml;`.
    private static func letters(_ text: String) -> String {
        text.replacing(
            /&[A-Za-z]+?(?:uml|grave|acute|circ|tilde|cedil|ring|slash|lig|caron);?/,
            with: "a"
        )
    }

    /// A character of the private plane 15 for each placeholder, so that it is found again.
    private static func sign(for index: Int) -> String {
        UnicodeScalar(UInt32(0xF_0000 + index % 0xFFFD)).map { String($0) } ?? ""
    }

    private static func index(of scalar: UnicodeScalar) -> Int? {
        (0xF_0000..<0xF_FFFD).contains(scalar.value) ? Int(scalar.value) - 0xF_0000 : nil
    }
}
