/// C-01, C-15 and C-17: the subject is seen by whoever looks at the screen.
enum SubjectRules {
    static func findings(in sheets: LetterSheets) -> [LintFinding] {
        let file = sheets.subject.file
        let found = SensitiveWords.found(in: sheets.subject.source).map { word in
            LintFinding(
                .subjectWords,
                file: file,
                .sensitiveSubject(word: word)
            )
        }
        let personal = ["name", "vorname", "nachname", "buchungsnummer", "anrede"]
            .filter(sheets.subject.placeholders.contains).map { name in
                LintFinding(
                    .subjectWords,
                    file: file,
                    .personalSubject(placeholder: name)
                )
            }
        return found + beginnings(sheets) + personal + length(sheets) + tone(sheets)
    }

    /// As many characters of a message as phones show beside its subject.
    private static let glance = 150

    /// The first words stand on locked screens, too.
    private static func beginnings(_ sheets: LetterSheets) -> [LintFinding] {
        let html = sheets.html.map { ($0.file, VisibleText(HTMLDocument($0.written)).text) }
        return [(sheets.text.file, sheets.text.written), html].compactMap(\.self).flatMap {
            file,
            text in
            SensitiveWords.found(in: String(text.trimmed.prefix(glance))).map { word in
                LintFinding(
                    .subjectWords,
                    file: file,
                    line: 1,
                    .sensitiveBeginning(word: word)
                )
            }
        }
    }

    /// Domain 3.1: people and filters take a subject that shouts for advertising.
    private static func tone(_ sheets: LetterSheets) -> [LintFinding] {
        let subject = sheets.subject.written
        let shouts = ["!!", "wichtig", "dringend", "achtung"].filter(
            subject.lowercased().contains
        )
        let pictures = subject.unicodeScalars.filter { scalar in
            scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
        }
        guard !shouts.isEmpty || !pictures.isEmpty else { return [] }
        return [
            LintFinding(
                .subjectTone,
                .warning,
                file: sheets.subject.file,
                .shoutingSubject
            )
        ]
    }

    /// Of the longest form: the one for several appointments and the one for one are alternatives.
    private static func length(_ sheets: LetterSheets) -> [LintFinding] {
        let longest =
            alternatives(of: sheets.subject.source).map { source in
                TemplateSheet(file: "", source: source, values: ["tag": "Donnerstag, 16.03.2021"])
                    .filled.count
            }.max() ?? 0
        guard longest > 78 else { return [] }
        return [
            LintFinding(
                .subjectLength,
                file: sheets.subject.file,
                .longSubject(characters: longest)
            )
        ]
    }

    /// The subject with and without what stands in `mehrere`.
    private static func alternatives(of source: String) -> [String] {
        ["#", "^"].map { kept in
            var text = source
            let dropped = kept == "#" ? "^" : "#"
            while let open = text.firstRange(of: "{{\(dropped)mehrere}}"),
                let close = text[open.upperBound...].firstRange(of: "{{/mehrere}}")
            {
                text.removeSubrange(open.lowerBound..<close.upperBound)
            }
            return text
        }
    }
}
