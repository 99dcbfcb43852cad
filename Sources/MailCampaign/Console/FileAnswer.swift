package import MailCore
import MailImport

/// What somebody says about a whole file by one button: an option of the command line and its value.
package struct FileAnswer: Hashable, Sendable {
    /// Such as `--encoding`.
    package let option: String
    /// Blank for an option without one.
    package let value: String

    init(_ option: String, _ value: String) {
        self.option = option
        self.value = value
    }

    init(_ answer: FileQuestion.Answer) {
        self.init(answer.option, answer.value ?? "")
    }

    /// What a button says.
    package var words: Sentence {
        switch option {
        case "--complete":
            Sentence(en: "The list is complete", de: "Die Liste ist vollständig")
        case "--encoding": Sentence(en: "Read as \(value)", de: "Als \(value) lesen")
        case "--short-rows":
            Sentence(
                en: "Rows that end early lack empty cells alone",
                de: "Zeilen, die früh enden, fehlen nur leere Zellen"
            )
        case "--fill-down":
            Sentence(
                en: "Empty cells of \(value) mean the same as above",
                de: "Leere Zellen in \(value) bedeuten dasselbe wie darüber"
            )
        case "--column-zone":
            Sentence(en: "Its clock: \(zone)", de: "Uhrzeit nach: \(zone)")
        case "--ignore":
            Sentence(
                en: "Ignore the column \(value)",
                de: "Die Spalte \(value) nicht beachten"
            )
        case "--map":
            Sentence(en: "Use it: \(value)", de: "Verwenden: \(mapped)")
        case "--header-row":
            value == "0"
                ? Sentence(
                    en: "No row names the columns",
                    de: "Keine Zeile benennt die Spalten"
                )
                : Sentence(
                    en: "Row \(value) names the columns",
                    de: "Zeile \(value) benennt die Spalten"
                )
        case "--sheet": Sentence(en: "Sheet \(value)", de: "Blatt \(value)")
        case "--day": Sentence(en: "The day is \(day)", de: "Der Tag ist \(day)")
        case "--date-order":
            value == "dmy"
                ? Sentence(en: "The day comes first", de: "Zuerst steht der Tag")
                : Sentence(en: "The month comes first", de: "Zuerst steht der Monat")
        case "--hidden-rows":
            value == "use"
                ? Sentence(
                    en: "Hidden rows belong to it",
                    de: "Ausgeblendete Zeilen gehören dazu"
                )
                : Sentence(
                    en: "Leave hidden rows out",
                    de: "Ausgeblendete Zeilen weglassen"
                )
        default: Sentence(same: "\(option) \(value)")
        }
    }

    private var zone: String { value.split(separator: "=").last.map(String.init) ?? value }

    private var mapped: String { value.replacing("=", with: " = ") }

    private var day: Sentence { Sentence(day: value) }

    /// Says it to the reader.
    func apply(to choice: inout ReadingChoice) {
        switch option {
        case "--complete": choice.isComplete = true
        case "--encoding": choice.encoding = value
        case "--column-zone": choice.columnZone.append(value)
        case "--ignore": choice.ignore.append(value)
        case "--map": choice.map.append(value)
        case "--header-row": choice.headerRow = Int(value)
        case "--sheet": choice.sheet = value
        case "--day": choice.day = LocalDay(iso8601: value)
        case "--date-order": choice.dateOrder = value
        case "--hidden-rows": choice.hiddenRows = value
        case "--fill-down": choice.fillDown.append(value)
        case "--short-rows": choice.padsShortRows = true
        default: break
        }
    }
}

extension ReadingChoice {
    /// Everything that somebody has answered about a file.
    package init(_ answers: [FileAnswer]) {
        self.init()
        for answer in answers { answer.apply(to: &self) }
    }
}

extension FileAnswer {
    /// The options that a sentence of the importer names with a value, such as `say --map site=Ort`: where it
    /// asks no question of its own, its remedy is the answer.
    static func named(in message: String) -> [FileAnswer] {
        let pattern =
            /--(map|ignore|fill-down|header-row|column-zone|day) (?:'([^']+)'|([^\s,;.'"]+))/
        let named = message.matches(of: pattern).compactMap { match -> FileAnswer? in
            guard let value = match.output.2 ?? match.output.3 else { return nil }
            return isPlaceholder(value) ? nil : FileAnswer("--\(match.output.1)", String(value))
        }
        let plain = ["--complete", "--short-rows"].filter(message.contains)
        return named + plain.map { FileAnswer($0, "") }
    }

    /// `FIELD=HEADER`, `N`: what stands for something that only a person can name.
    private static func isPlaceholder(_ value: Substring) -> Bool {
        value.contains("HEADER") || value.hasPrefix("FIELD") || ["N", "YYYY-MM-DD"].contains(value)
    }
}
