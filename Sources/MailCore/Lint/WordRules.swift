/// C-02, C-03, C-05, C-12 and C-14: the words that the author wrote himself.
enum WordRules {
    private static let health = [
        "astra", "biontech", "moderna", "comirnaty", "vaxzevria", "spikevax", "janssen", "novavax",
        "geburts", "versichert", "versicherungs", "diagnos",
    ]
    private static let drafts = [
        "lorem ipsum", "xxx", "todo", "#nv", "#wert!", "%%", "[name]", "[vorname]", "[datum]",
    ]
    private static let draftWords: Set<String> = ["null", "nan", "none", "undefined", "test"]
    private static let staff = [
        "sachbearbeiter", "ansprechpartner", "i. a.", "i.a.", "im auftrag", "gez.",
    ]

    static func findings(in sheets: LetterSheets, authority: Authority) -> [LintFinding] {
        let own = [authority.phone, authority.hotlinePhone].compactMap(PhoneDigits.init)
        let bodies = sheets.bodies.flatMap { sheet in
            sheet.writtenLines.flatMap { number, line in
                words(in: line.lowercased(), file: sheet.file, line: number)
                    + weekday(in: line, file: sheet.file, line: number)
                    + phones(in: line, besides: own, file: sheet.file, line: number)
                    + people(in: line, file: sheet.file, line: number)
            }
        }
        let (file, subject) = (sheets.subject.file, sheets.subject.written)
        return bodies + drafts(in: subject.lowercased(), file: file, line: nil)
            + weekday(in: subject, file: file, line: nil)
            + phones(in: subject, besides: own, file: file, line: nil)
    }

    private static func words(in line: String, file: String, line number: Int) -> [LintFinding] {
        let seen = readings(of: line, file: file)
        let sick = health.filter { word in seen.contains { $0.contains(word) } }.map { word in
            LintFinding(
                .bodyWords,
                file: file,
                line: number,
                .healthWord(word: word)
            )
        }
        let other = SensitiveWords.found(in: seen[1]).filter { word in
            !health.contains { word.contains($0) }
        }.map { word in
            LintFinding(
                .bodyWords,
                .warning,
                file: file,
                line: number,
                .sensitiveWord(word: word)
            )
        }
        return sick + other + drafts(in: line, file: file, line: number)
    }

    /// A line as it is written, and as it is read.
    private static func readings(of line: String, file: String) -> [String] {
        let shown = file.hasSuffix(".html") ? HTMLReading.words(of: line) : line
        return [line.lowercased(), PlainLetters.folded(shown)]
    }

    private static func drafts(in line: String, file: String, line number: Int?) -> [LintFinding] {
        let words = Set(line.split { !$0.isLetter }.map(String.init))
        let left = drafts.filter(line.contains) + words.intersection(draftWords).sorted()
        let braces = line.contains { "{}".contains($0) } && !file.hasSuffix(".html") ? ["{"] : []
        return (left + braces).map { word in
            LintFinding(
                .leftovers,
                file: file,
                line: number,
                .leftover(word: word)
            )
        }
    }

    /// Names of staff, and words that often stand in front of one.
    private static func people(in line: String, file: String, line number: Int) -> [LintFinding] {
        let mayName = ["Frau", "Herr"].contains(where: line.contains)
        let title = !mayName ? nil : line.firstMatch(of: /\b(?:Frau|Herrn?)\s+[A-ZÄÖÜ][a-zäöüß]+/)
        return (staff.filter(line.lowercased().contains) + [title.map { String($0.output) }])
            .compactMap(\.self).map { word in
                LintFinding(
                    .staffNames,
                    .warning,
                    file: file,
                    line: number,
                    .staffTitle(word: word)
                )
            }
    }

    /// A weekday in front of a written-out date must be that day's.
    private static func weekday(in line: String, file: String, line number: Int?) -> [LintFinding] {
        guard line.utf8.count(where: { (48...57).contains($0) }) >= 5 else { return [] }
        let pattern =
            /(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)[a-z]*,?\s+(?:den\s+|dem\s+)?(\d{1,2})\.\s?(?:(\d{1,2})\.|([A-ZÄÖÜ][a-zäöü]+))\s?(\d{4})/
        return line.matches(of: pattern).compactMap { match in
            let (whole, name, day, month, monthName, year) = match.output
            let number0 =
                month.flatMap { Int($0) } ?? monthName.flatMap { GermanDate.month(String($0)) }
            guard let day = Int(day), let year = Int(year), let number0,
                let date = LocalDay(year: year, month: number0, day: day),
                GermanDate.weekday(date) == name
            else {
                return LintFinding(
                    .weekday,
                    file: file,
                    line: number,
                    .wrongWeekday(written: String(whole))
                )
            }
            return nil
        }
    }

    /// Any number that could be called and is not the configured one.
    private static func phones(
        in line: String,
        besides own: [PhoneDigits],
        file: String,
        line number: Int?
    ) -> [LintFinding] {
        let pattern = /(?:\+|00?)[1-9][0-9 ()\/-]{5,}[0-9]/
        guard line.utf8.count(where: { (48...57).contains($0) }) >= 3 else { return [] }
        return line.matches(of: pattern).filter { match in
            PhoneDigits(String(match.output)).map(own.contains) != true
        }.map { match in
            LintFinding(
                .phoneNumbers,
                file: file,
                line: number,
                .typedPhone(number: String(match.output))
            )
        }
    }
}
