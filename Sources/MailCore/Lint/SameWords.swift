/// C-19: the text part and the HTML part say the same, whoever gets the message.
enum SameWords {
    /// A letter that is longer is refused for it (C-10).
    private static let size = 100_000

    static func findings(in letter: Letter) -> [LintFinding] {
        let source = letter.template.source
        guard let html = source.html, html.utf8.count + source.text.utf8.count < size else {
            return []
        }
        var found: [PartsDifference] = []
        for recipient in recipients(for: letter) {
            // Values that this one has none of are the plan's business.
            guard let filled = try? letter.filled(for: recipient), let html = filled.html,
                let difference = PartsDifference(
                    text: filled.text,
                    html: html,
                    subject: filled.subject
                ), !found.contains(difference)
            else { continue }
            found.append(difference)
        }
        return found.prefix(3).map { difference in
            LintFinding(
                .sameWords,
                file: "message.html",
                .differentWords(difference: difference)
            )
        }
    }

    /// Made-up people with everything that a row can have, and without it, as far as a section of the
    /// letter depends on it.
    private static func recipients(for letter: Letter) -> [Recipient] {
        let source = letter.template.source
        let pieces = [letter.template.subject, source.text, source.html ?? ""]
            .flatMap(TemplatePiece.pieces)
        let sections = Set(
            pieces.compactMap { piece in
                if case .open(let name, _) = piece { Placeholder(rawValue: name) } else { nil }
            }
        )
        func choices(_ placeholders: Placeholder...) -> [Bool] {
            placeholders.contains(where: sections.contains) ? [true, false] : [true]
        }
        return choices(.vorname, .name).flatMap { hasFirst in
            choices(.nachname, .vorname, .name).flatMap { hasLast in
                choices(.ort).flatMap { hasPlace in
                    choices(.buchungsnummer).flatMap { hasReference in
                        choices(.mehrere).compactMap { isSeveral in
                            recipient(
                                PersonName(
                                    first: hasFirst ? "Erika" : nil,
                                    last: hasLast ? "Beispiel" : nil
                                ),
                                place: hasPlace ? "Halle 2" : nil,
                                reference: hasReference ? "AB-4711" : nil,
                                appointments: isSeveral ? 2 : 1
                            )
                        }
                    }
                }
            }
        }
    }

    private static func recipient(
        _ name: PersonName,
        place: String?,
        reference: String?,
        appointments: Int
    ) -> Recipient? {
        guard let address = try? EmailAddress(parsing: "erika@example.org"),
            let day = LocalDay(year: 2021, month: 3, day: 16)
        else { return nil }
        let appointments = (0..<appointments).map { number in
            Appointment(
                row: number + 2,
                start: AppointmentTime(
                    local: LocalTime(day: day, hour: 9 + number, minute: 10),
                    offset: 3_600
                ),
                site: place,
                reference: reference
            )
        }
        return Recipient(address: address, name: name, appointments: appointments)
    }
}
