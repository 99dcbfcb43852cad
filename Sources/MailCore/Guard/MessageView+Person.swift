extension MessageView {
    /// The lines of the text in which the message speaks of this person: name, and each
    /// appointment's day, time, place and reference, as the template has put them.
    package func lines(about recipient: Recipient) -> [String] {
        let appointments = recipient.appointments.flatMap { appointment -> [String?] in
            let local = appointment.start.local
            return [
                GermanDate.long(local.day), GermanDate.time(local), appointment.site,
                appointment.reference.map(Letter.ending),
            ]
        }
        let values = ([recipient.name.display] + appointments).compactMap { $0.map(Self.words) }
        return text.split(whereSeparator: \.isNewline).filter { line in
            let words = Self.words(of: String(line))
            return values.contains { words.contains($0) }
        }.map { String($0.drop(while: \.isWhitespace)) }
    }

    /// Whole words between single blanks, so that a short name is not found inside a long word.
    private static func words(of text: String) -> String {
        let words = text.split { $0.isWhitespace || ",;:()".contains($0) }
        return " \(words.joined(separator: " ")) "
    }
}
