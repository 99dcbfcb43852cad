import Foundation
package import MailCore
package import MailImport

/// What to type after a file was looked at.
package struct NextCommand {
    package let file: String
    package let asOf: String?
    /// What was said about reading.
    let choice: ReadingChoice
    package let inspection: ScheduleInspection

    package init(
        file: String,
        asOf: String?,
        choice: ReadingChoice,
        inspection: ScheduleInspection
    ) {
        self.file = file
        self.asOf = asOf
        self.choice = choice
        self.inspection = inspection
    }

    /// Plans the file; nil if it cannot be planned yet.
    package var plan: String? {
        guard inspection.problems.isEmpty else { return nil }
        return line(["plan", file] + days + choice.words + asOfWords)
    }

    /// Cancels one day in one command, the first of the file; nil if it cannot be planned yet.
    package var cancel: String? {
        guard inspection.problems.isEmpty, let day = inspection.days.keys.min() else { return nil }
        return line(["cancel", file, "--date", "\(day)"] + choice.words + asOfWords)
    }

    /// Options that may be what is missing, each with its reason; only the operator can know.
    package var options: [(option: String, why: Sentence)] {
        let maps = inspection.suggestions.map { suggestion in
            (
                "--map \(Self.quoted("\(suggestion.field.rawValue)=\(suggestion.header)"))",
                Sentence(
                    en: "the cells look like \(suggestion.look)",
                    de: "die Zellen sehen aus wie \(suggestion.look)"
                )
            )
        }
        return sheets + [headerRow].compactMap(\.self) + maps + [dayOfName].compactMap(\.self)
    }

    private var headerRow: (String, Sentence)? {
        guard let most = inspection.headerCandidates.map(\.known.count).max(),
            let row = inspection.headerCandidates.first(where: { $0.known.count == most })
        else { return nil }
        guard most > 0 else {
            return (
                "--header-row 0",
                Sentence(
                    en: "if no row names the columns",
                    de: "wenn keine Zeile die Spalten benennt"
                )
            )
        }
        return (
            "--header-row \(row.row)",
            Sentence(
                en: "it holds the most names of columns",
                de: "hier stehen die meisten Namen von Spalten"
            )
        )
    }

    /// Where the sheet that was read names no columns, it may be a cover; hidden sheets are nothing
    /// to try.
    private var sheets: [(String, Sentence)] {
        guard !inspection.problems.isEmpty, inspection.headerRow == nil,
            case .workbook(let facts, _) = inspection.form
        else { return [] }
        let names = facts.otherSheets.filter { !$0.isHidden }.compactMap(\.name)
        return names.prefix(8).map { name in
            let words = Self.words("--sheet", name).map(Self.quoted)
            return (
                words.joined(separator: " "),
                Sentence(
                    en: "another sheet that holds cells",
                    de: "ein anderes Blatt mit Inhalt"
                )
            )
        }
    }

    /// The day in the file's name, where its rows name none.
    var dayInName: LocalDay? {
        guard !inspection.problems.isEmpty, inspection.layout != nil, choice.day == nil,
            inspection.days.isEmpty
        else { return nil }
        return DayInFileName.day(in: URL(filePath: file).lastPathComponent)
    }

    private var dayOfName: (String, Sentence)? {
        guard let day = dayInName else { return nil }
        return (
            "--day \(day)",
            Sentence(
                en: "the day in the file's name; look whether it is right",
                de: "der Tag im Namen der Datei; prüfen Sie, ob er stimmt"
            )
        )
    }

    private var days: [String] {
        guard let first = inspection.days.keys.min(), let last = inspection.days.keys.max() else {
            return ["--date", "YYYY-MM-DD"]
        }
        return first == last ? ["--date", "\(first)"] : ["--from", "\(first)", "--to", "\(last)"]
    }

    /// Options for a part of the file, where there is a choice at all.
    package var parts: [String] {
        let services = inspection.lists(of: .service) + inspection.lists(of: .dose)
        let lists =
            services.map { ("--service", $0) }
            + inspection.lists(of: .site).map { ("--site", $0) }
        return lists.flatMap { option, list in
            let values = list.values.compactMap(\.text)
            return values.count < 2 ? [] : values.prefix(3).map { "\(option) \(Self.quoted($0))" }
        }
    }

    private var asOfWords: [String] { asOf.map { ["--as-of", $0] } ?? [] }

    private func line(_ words: [String]) -> String {
        (["einzelpost"] + words).map(Self.quoted).joined(separator: " ")
    }

    /// A word as a shell takes it for one.
    package static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:=,+@".utf8.contains(byte)
            }
        }
        if isPlain, !word.isEmpty { return word }
        return word.unicodeScalars.allSatisfy(\.isPrintable)
            ? "'\(word.replacing("'", with: "'\\''"))'" : "$'\(word.utf8.map(escaped).joined())'"
    }

    /// An octet between `$'` and `'`, where what a terminal would obey can be named.
    private static func escaped(_ octet: UInt8) -> String {
        switch octet {
        case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(Unicode.Scalar(octet))
        case 0x20...0x7E: String(Unicode.Scalar(octet))
        default: "\\x" + Hexadecimal.text(of: [octet])
        }
    }

    /// One option; a value that begins like an option must not be taken for one.
    package static func words(_ option: String, _ value: String) -> [String] {
        value.hasPrefix("-") ? ["\(option)=\(value)"] : [option, value]
    }
}
