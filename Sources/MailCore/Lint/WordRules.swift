/// C-02, C-03, C-05, C-12 and C-14: what the author wrote himself.
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

    static func findings(in sheets: LetterSheets) -> [LintFinding] {
        sheets.bodies.flatMap { sheet in
            sheet.writtenLines.flatMap { number, line in
                words(in: line.lowercased(), file: sheet.file, line: number)
                    + weekday(in: line, file: sheet.file, line: number)
                    + phones(in: line, file: sheet.file, line: number)
            }
        }
    }

    private static func words(in line: String, file: String, line number: Int) -> [LintFinding] {
        let sick = health.filter(line.contains).map { word in
            LintFinding(
                .bodyWords,
                file: file,
                line: number,
                "the text contains “\(word)”.",
                advice: "Leave it out, or write “Termine dieser Art”."
            )
        }
        let words = Set(line.split { !$0.isLetter }.map(String.init))
        let left = drafts.filter(line.contains) + words.intersection(draftWords).sorted()
        let braces = line.contains { "{}".contains($0) } && !file.hasSuffix(".html") ? ["{"] : []
        let draft = (left + braces).map { word in
            LintFinding(
                .leftovers,
                file: file,
                line: number,
                "“\(word)” looks like a draft's leftover.",
                advice: "Remove it, or use a placeholder: {{anrede}}."
            )
        }
        let people = staff.filter(line.contains).map { word in
            LintFinding(
                .staffNames,
                .warning,
                file: file,
                line: number,
                "“\(word)” often stands in front of a name.",
                advice: "Name the office and the hotline, nobody who works there."
            )
        }
        return sick + draft + people
    }

    /// A weekday in front of a written-out date must be that day's.
    private static func weekday(in line: String, file: String, line number: Int) -> [LintFinding] {
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
                    "weekday and date do not agree: “\(whole)”.",
                    advice: "Look it up, or use {{datum}}."
                )
            }
            return nil
        }
    }

    /// Any number that could be called and was typed instead of taken from the configuration.
    private static func phones(in line: String, file: String, line number: Int) -> [LintFinding] {
        let pattern = /(?:\+|00?)[1-9][0-9 ()\/-]{5,}[0-9]/
        return line.matches(of: pattern).map { match in
            LintFinding(
                .phoneNumbers,
                file: file,
                line: number,
                "a phone number is typed into the template: “\(match.output)”.",
                advice: "Use {{hotline}} or {{telefon}}, so that it is the configured one."
            )
        }
    }
}
