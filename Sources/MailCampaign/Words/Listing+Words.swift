package import MailCore
import MailJournal

extension Listing {
    /// What was written, and what has to be done with it.
    ///
    /// - Parameters:
    ///   - kind: Only those; nil for everybody.
    ///   - output: The file.
    /// - Returns: A few lines.
    package func text(_ kind: ContactChannel?, in output: String) -> Sentence {
        let ways = list.ways
        let written = list.entries(kind).count
        let head = Sentence(
            en: "\(output): \(written) appointments, the earliest first\n"
                + "People whom no message has told, in total:",
            de: "\(output): \(written, "Termin", "Termine"), der früheste zuerst\n"
                + "Personen, die keine Nachricht bekommen haben, insgesamt:"
        )
        return
            ([head]
            + ContactChannel.allCases.map { way in
                Sentence(same: "\(count: ways[way] ?? 0)").leftPadded(to: 8)
                    + Sentence(same: "  \(way.explanation)")
            } + [destruction]).lines
    }

    private var destruction: Sentence {
        let day = lastDay
        return Sentence(
            en: "The file names people: destroy it and all copies by \(day), and write on "
                + "print-outs “vernichten bis \(German.day(day))”.",
            de:
                "Die Datei nennt Personen: Vernichten Sie sie und alle Kopien bis \(day), und schreiben Sie auf "
                + "Ausdrucke „vernichten bis \(day)“."
        )
    }

    /// Who may be missing on the list, and where to look for them.
    package var warnings: [Sentence] {
        var warnings: [Sentence] = []
        if underWay > 0 { warnings.append(unfinished) }
        if let sentence = UnreadRows.sentence(unread, of: campaign.id) {
            warnings.append(
                Sentence(
                    en: "\(sentence). Their people are on no list",
                    de: "\(sentence). Diese Personen stehen auf keiner Liste"
                )
            )
        }
        if tests > 0 {
            warnings.append(
                Sentence(
                    en:
                        "\(tests, "row looks", "rows look") like tests or blocked slots, on no list; see "
                        + "whether one is a real person: einzelpost rows \(campaign.id) --class test-or-block",
                    de:
                        "\(tests, "Zeile sieht", "Zeilen sehen") nach Test oder Sperrzeit aus und stehen auf keiner Liste. "
                        + "Sehen Sie nach, ob eine davon eine wirkliche Person ist: einzelpost rows \(campaign.id) "
                        + "--class test-or-block"
                )
            )
        }
        return warnings
    }

    private var unfinished: Sentence {
        let id = campaign.id
        let unlisted =
            callHours.map {
                Sentence(
                    en:
                        "of their people only those are on the list whose appointment is in less than "
                        + "\($0, "hour", "hours"), as still trying",
                    de:
                        "von diesen Personen stehen nur die auf der Liste, deren Termin in weniger als "
                        + "\($0, "Stunde", "Stunden") ist, mit dem Vermerk, dass es noch versucht wird"
                )
            }
            ?? Sentence(
                en: "their people are not on the list",
                de: "diese Personen stehen nicht auf der Liste"
            )
        return Sentence(
            en: "\(underWay, "message has", "messages have") not come to an end yet, and "
                + "\(unlisted). Write it again, in any case when sending has ended: einzelpost "
                + "status \(id)",
            de:
                "\(underWay, "Nachricht ist", "Nachrichten sind") noch nicht abgeschlossen; \(unlisted). Schreiben Sie die "
                + "Liste noch einmal, auf jeden Fall nach dem Ende des Versands: einzelpost status \(id)"
        )
    }
}

extension ContactChannel {
    fileprivate var explanation: Sentence {
        switch self {
        case .phone: Sentence(en: "by phone", de: "per Telefon")
        case .letter:
            Sentence(
                en: "by letter: no phone number",
                de: "per Brief: keine Telefonnummer"
            )
        case .door:
            Sentence(
                en: "at the entrance: no phone number, and too soon for a letter",
                de: "am Eingang: keine Telefonnummer, und für einen Brief zu kurzfristig"
            )
        }
    }

    private var condition: String {
        switch self {
        case .phone: "there is a phone number"
        case .letter: "no number; the booking reference is there, to look the address up"
        case .door: "no number, and less than \(Self.daysOfLetter) days to go: for the entrance"
        }
    }

    /// Every kind of list with who stands on it, a line for each; for help.
    package static var overview: String {
        let width = allCases.map(\.rawValue.count).max() ?? 0
        return allCases.map { kind in
            let space = String(repeating: " ", count: width - kind.rawValue.count + 3)
            return "  \(kind.rawValue)\(space)\(kind.condition)"
        }.joined(separator: "\n")
    }
}

extension UnreachedCause {
    /// Every cause by its name; for help.
    package static var overview: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
