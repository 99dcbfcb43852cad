/// How numbers, days and lists are written in a language.
package protocol SpokenLanguage: Sendable {
    static func side(of sentence: Sentence) -> Printable
    static func number(_ value: Int) -> String
    static func day(_ day: LocalDay) -> String
    static func list(_ texts: [String]) -> String
}

package enum English: SpokenLanguage {
    package static func side(of sentence: Sentence) -> Printable { sentence.en }

    package static func number(_ value: Int) -> String { "\(value)" }

    /// `2026-12-02`.
    package static func day(_ day: LocalDay) -> String { day.description }

    /// `a, b and c`.
    package static func list(_ texts: [String]) -> String { joined(texts, "and") }
}

package enum German: SpokenLanguage {
    package static func side(of sentence: Sentence) -> Printable { sentence.de }

    /// `1.494`.
    package static func number(_ value: Int) -> String {
        var digits = Array(String(value.magnitude))
        for place in stride(from: digits.count - 3, to: 0, by: -3) {
            digits.insert(".", at: place)
        }
        return (value < 0 ? "-" : "") + String(digits)
    }

    /// `02.12.2026`.
    package static func day(_ day: LocalDay) -> String {
        "\(twoDigits(day.day)).\(twoDigits(day.month)).\(day.year)"
    }

    /// `a, b und c`.
    package static func list(_ texts: [String]) -> String { joined(texts, "und") }
}

private func joined(_ texts: [String], _ last: String) -> String {
    guard texts.count > 1, let end = texts.last else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(last) \(end)"
}

extension LocalDay {
    /// With its weekday: `Tue 2021-03-16`, `Di. 16.03.2021`.
    package var words: Sentence {
        Sentence(
            en: "\(short)",
            de: "\(Self.germanWeekdays[weekday]) \(self)"
        )
    }

    private static let germanWeekdays = ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."]
}

extension AppointmentTime {
    /// `Tue 2021-03-16 09:10`, `Di. 16.03.2021, 09:10 Uhr`.
    package var words: Sentence {
        let clock = iso8601.dropFirst(11).prefix(5)
        return Sentence(
            en: "\(local.day.words) \(String(clock))",
            de: "\(local.day.words), \(String(clock)) Uhr"
        )
    }
}
