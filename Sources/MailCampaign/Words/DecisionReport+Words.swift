package import MailCore
import MailJournal

extension DecisionReport {
    package var text: Printable { status.text }

    /// What was done, for people.
    package var notes: [Printable] {
        (given.map { [$0.sentence] } ?? []) + outcome.changed.flatMap(sentences)
            + outcome.unchanged.map(unchanged) + [rest]
            + (isAnother
                ? ["The campaign has changed and must be approved as it is now.", digest.note] : [])
    }

    private func sentences(on row: RowRecord) -> [Printable] {
        guard row.rowClass != .rejected else {
            return [
                "Row \(row.row) could not be read and is left out: reach its person another way."
            ]
        }
        guard row.rowClass == .send else {
            return ["Row \(row.row) gets no message: \(row.rowClass.destination)."]
        }
        let start: Printable = row.start.map { ", which begins \($0.words)" } ?? ""
        let others = rows.filter { $0.message == row.message && $0.row != row.row }
        let together: Printable =
            others.isEmpty
            ? ""
            : ": the one that also tells row \(others.map { "\($0.row)" }.joined(separator: ", "))"
        return ["Row \(row.row) gets a message about its appointment\(start)\(together)."]
            + (row.reasons.isEmpty || row.isFine
                ? [] : ["  The doubt was: \(row.reasons.joined(separator: " "))"])
    }

    private func unchanged(_ row: RowRecord) -> Printable {
        if row.isFine { return "Row \(row.row) gets its message already; nothing was changed." }
        guard row.rowClass != .rejected else {
            return "Row \(row.row) was left out before; nothing was changed."
        }
        return "Row \(row.row) already gets no message (\(row.rowClass.rawValue): "
            + "\(row.rowClass.destination)); nothing was changed."
    }

    private var rest: Printable {
        if undecided == 0, let sentence = UnreadRows.sentence(status.unread, of: campaign) {
            return sentence
        }
        return undecided == 0
            ? "No row waits for a decision any more."
            : "\(undecided.with("row still waits", "rows still wait"))"
                + ": einzelpost rows \(campaign) --class needs-decision"
    }
}

extension DecisionReport.Given {
    /// Whoever typed an address must see once more what it is.
    fileprivate var sentence: Printable {
        let shared: Printable = sharedWith.map { ", which row \($0) has, too" } ?? ""
        return "Row \(row) will be written to at \(address)\(shared): compare it."
    }
}
