/// All rows in their final class, with what a person should look at.
struct SettledRows {
    var rows: [ClassifiedRow] = []
    var problems: [ImportProblem] = []
    let sharedAddresses: Int

    init(sharedAddresses: Int) {
        self.sharedAddresses = sharedAddresses
    }

    mutating func add(_ row: ClassifiedRow, column: String?) {
        rows.append(row)
        guard row.rowClass.isProblem else { return }
        problems.append(
            ImportProblem(
                row: row.row,
                line: row.line,
                column: column,
                rowClass: row.rowClass,
                message: row.reasons.joined(separator: " ")
            )
        )
    }
}

extension SharedAddresses {
    func reason(against row: ClassifiedRow, ownAddresses: Set<String>) -> String? {
        guard row.rowClass == .send, let address = row.contact?.address else { return nil }
        if !ownAddresses.isEmpty, ownAddresses.contains(address.comparisonKey) {
            return "The address is the authority's own. Reach this person another way."
        }
        guard isCollective(address) else { return nil }
        return "The address stands on five or more different people. Reach this person another way."
    }
}

extension ClassifiedRow {
    func asCollective(_ reason: String) -> ClassifiedRow {
        ClassifiedRow(
            row: row,
            line: line,
            rowClass: .collectiveAddress,
            reasons: [reason],
            start: start,
            contact: contact
        )
    }
}

extension RowClass {
    /// Whether a person should look at each row of this class.
    fileprivate var isProblem: Bool {
        switch self {
        case .rejected, .testOrBlock, .needsDecision, .invalidEmail, .placeholder, .multiAddress,
            .collectiveAddress, .unsendable:
            true
        case .outOfWindow, .otherService, .alreadyCancelled, .past, .duplicate,
            .alreadyNotified, .noEmail, .noContact, .send:
            false
        }
    }
}
