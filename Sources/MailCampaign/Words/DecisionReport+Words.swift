package import MailCore
import MailJournal

extension DecisionReport {
    package var text: Sentence { status.text }

    /// What was done, for people.
    package var notes: [Sentence] {
        let again = Sentence(
            en: "The campaign has changed and must be approved as it is now.",
            de: "Die Aktion hat sich geändert und muss so, wie sie jetzt ist, freigegeben werden."
        )
        return (given.map { [$0.sentence] } ?? []) + outcome.changed.flatMap(sentences)
            + outcome.unchanged.map(unchanged) + [rest]
            + (isAnother ? [again, digest.note] : [])
    }

    private func sentences(on row: RowRecord) -> [Sentence] {
        guard row.rowClass != .rejected else {
            return [
                Sentence(
                    en:
                        "Row \(row.row) could not be read and is left out: reach its person another way.",
                    de:
                        "Zeile \(row.row) war nicht lesbar und bleibt außen vor: Erreichen Sie die Person auf anderem Weg."
                )
            ]
        }
        guard row.rowClass == .send else {
            return [
                Sentence(
                    en: "Row \(row.row) gets no message: \(row.rowClass.destination).",
                    de: "Zeile \(row.row) bekommt keine Nachricht: \(row.rowClass.destination)."
                )
            ]
        }
        return [message(on: row)] + doubt(of: row)
    }

    private func message(on row: RowRecord) -> Sentence {
        let others = rows.filter { $0.message == row.message && $0.row != row.row }
            .map { "\($0.row)" }.joined(separator: ", ")
        let start =
            row.start.map {
                Sentence(en: ", which begins \($0.words)", de: " (\($0.words))")
            } ?? .empty
        let together =
            others.isEmpty
            ? .empty
            : Sentence(
                en: ": the one that also tells row \(others)",
                de: ": dieselbe, die auch Zeile \(others) benachrichtigt"
            )
        return Sentence(
            en: "Row \(row.row) gets a message about its appointment\(start)\(together).",
            de: "Zeile \(row.row) bekommt eine Nachricht zu ihrem Termin\(start)\(together)."
        )
    }

    private func doubt(of row: RowRecord) -> [Sentence] {
        guard !row.reasons.isEmpty, !row.isFine else { return [] }
        let reasons = row.reasons.map(\.words).joined(
            separator: Sentence(same: " ")
        )
        return [Sentence(en: "  The doubt was: \(reasons)", de: "  Der Zweifel war: \(reasons)")]
    }

    private func unchanged(_ row: RowRecord) -> Sentence {
        if row.isFine {
            return Sentence(
                en: "Row \(row.row) gets its message already; nothing was changed.",
                de: "Zeile \(row.row) bekommt ihre Nachricht schon; es wurde nichts geändert."
            )
        }
        guard row.rowClass != .rejected else {
            return Sentence(
                en: "Row \(row.row) was left out before; nothing was changed.",
                de: "Zeile \(row.row) war schon außen vor; es wurde nichts geändert."
            )
        }
        return Sentence(
            en: "Row \(row.row) already gets no message (\(row.rowClass.rawValue): "
                + "\(row.rowClass.destination)); nothing was changed.",
            de: "Zeile \(row.row) bekommt schon keine Nachricht (\(row.rowClass.name): "
                + "\(row.rowClass.destination)); es wurde nichts geändert."
        )
    }

    private var rest: Sentence {
        if undecided == 0, let sentence = UnreadRows.sentence(status.unread, of: campaign) {
            return sentence
        }
        return undecided == 0
            ? Sentence(
                en: "No row waits for a decision any more.",
                de: "Keine Zeile wartet mehr auf eine Entscheidung."
            )
            : Sentence(
                en: "\(undecided, "row still waits", "rows still wait")"
                    + ": einzelpost rows \(campaign) --class needs-decision",
                de: "\(undecided, "Zeile wartet", "Zeilen warten") noch auf eine Entscheidung"
                    + ": einzelpost rows \(campaign) --class needs-decision"
            )
    }
}

extension DecisionReport.Given {
    /// Whoever typed an address must see once more what it is.
    fileprivate var sentence: Sentence {
        let shared =
            sharedWith.map {
                Sentence(
                    en: ", which row \($0) has, too",
                    de: " (auch die Adresse von Zeile \($0))"
                )
            } ?? .empty
        return Sentence(
            en: "Row \(row) will be written to at \(address)\(shared): compare it.",
            de: "Zeile \(row) wird angeschrieben unter \(address)\(shared): Bitte vergleichen Sie."
        )
    }
}
