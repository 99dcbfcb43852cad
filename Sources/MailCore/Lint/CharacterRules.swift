/// C-03: characters that nobody sees, and words of two alphabets.
enum CharacterRules {
    static func findings(in sheets: LetterSheets) -> [LintFinding] {
        let lines = sheets.bodies.flatMap { sheet in
            sheet.writtenLines.map { (sheet.file, Int?.some($0.number), $0.text) }
        }
        let subject = [(sheets.subject.file, Int?.none, sheets.subject.written)]
        return (lines + subject).flatMap { file, line, text in
            let shown = file.hasSuffix(".html") ? HTMLReading.decoded(text) : text
            return [control(in: shown), lookAlike(in: shown)].compactMap(\.self).map {
                LintFinding(
                    .leftovers,
                    file: file,
                    line: line,
                    $0
                )
            }
        }
    }

    /// A parser may stop at one, and an override turns text around.
    private static func control(in text: String) -> LintFault? {
        text.unicodeScalars.contains(where: isHidden)
            ? .hiddenCharacter : nil
    }

    /// `Аstra` with a Cyrillic А.
    private static func lookAlike(in text: String) -> LintFault? {
        text.split { !$0.isLetter }.first(where: PlainLetters.mixes).map {
            .mixedAlphabets(word: String($0))
        }
    }

    /// Not the joiners that Arabic, Persian and pictures need, nor a place for a hyphen, nor marks of
    /// direction: without these no text in two directions can be written.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0xAD, 0x200C...0x200F, 0x61C, 0xFE0E, 0xFE0F: false
        case 0..<0x20, 0x7F..<0xA0, 0x202D, 0x202E, 0xFFFC, 0xFFFD, 0xE000...0xF8FF,
            0xF_0000...0x10_FFFF:
            true
        // Strikes through what stands in front of it.
        case 0x334...0x338, 0x20D2, 0x20D3, 0x20E5, 0x20E6, 0x20EB: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
