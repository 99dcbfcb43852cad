import MailCore

/// UTF-8 that some program took for a code page and encoded once more: `MÃ¼ller`, `M├╝ller`.
///
/// Refused for the whole file, because people would be addressed by broken names.
enum DoubleEncoding {
    static func isIn(_ contact: Contact) -> Bool {
        let texts = [
            contact.name.first, contact.name.last, contact.name.full, contact.site,
        ]
        return texts.contains { text in text.map(isIn) ?? false }
    }

    static func isIn(_ text: String) -> Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains(where: mayBegin)
            && traces.contains(where: text.contains)
    }

    /// Whether two neighbouring octets may belong to a trace.
    ///
    /// Traces begin with `Ã` (C3 83), `├` or `√` (both E2). German names are full of C3, so its
    /// second octet is looked at as well.
    static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xE2 || (first, second) == (0xC3, 0x83)
    }

    static func error(line: Int, row: Int) -> ScheduleError {
        ScheduleError(
            line: line,
            row: row,
            message: Sentence(
                en:
                    "The text was encoded twice: a letter such as \"ü\" shows as two characters. Export the schedule again from the booking system, as \"CSV UTF-8\".",
                de:
                    "Der Text wurde zweimal kodiert: Ein Buchstabe wie „ü“ erscheint als zwei Zeichen. Exportieren Sie die Terminliste noch einmal aus dem Buchungssystem, als „CSV UTF-8“."
            )
        )
    }

    /// What each code page makes of the UTF-8 of the letters that German has, such as `Ã¼`.
    private static let traces: [String] = ScheduleEncoding.codePages.flatMap { encoding in
        "äöüßÄÖÜé".compactMap { letter in
            let octets = String(letter).utf8.map { encoding.codePage?.octets[Int($0) - 0x80] ?? [] }
            return String(validating: octets.joined(), as: UTF8.self)
        }
    }
}
