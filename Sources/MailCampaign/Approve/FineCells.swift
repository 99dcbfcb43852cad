import MailCore
import MailJournal

/// The cells that a person found fine, as whoever approves must see them.
///
/// Personal data.
struct FineCells {
    /// By the number of the value.
    private(set) var texts: [Int: [String]] = [:]
    private let questions: [Int: ValueQuestion]
    private let isMasked: Bool

    init(_ report: PlanReport, isMasked: Bool) {
        self.isMasked = isMasked
        let numbers = Dictionary(
            report.values.map { ($0.number, $0.question) },
            uniquingKeysWith: { first, _ in first }
        )
        questions = Dictionary(
            report.rows.filter(\.isFine).compactMap { row in
                row.value.flatMap { numbers[$0] }.map { (row.row, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    mutating func look(at recipient: Recipient) {
        for appointment in recipient.appointments {
            guard let question = questions[appointment.row] else { continue }
            let cells = question.columns.compactMap { column in
                switch GuardFinding.Column(rawValue: column) {
                case .name: recipient.name.display
                case .place: appointment.site
                case .reference, nil: nil
                }
            }
            for cell in cells.map(shown)
            where !texts[question.number, default: []].contains(cell) {
                texts[question.number, default: []].append(cell)
            }
        }
    }

    /// Somebody else's address may stand in it.
    private func shown(_ cell: String) -> String {
        isMasked && cell.contains("@") ? "…" : cell
    }
}
