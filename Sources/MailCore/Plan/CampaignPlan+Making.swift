package import struct Foundation.Date
package import struct Foundation.TimeZone

extension CampaignPlan {
    /// Turns classified rows into messages, and renders and guards every one of them.
    ///
    /// - Parameters:
    ///   - rows: Every row of the schedule.
    ///   - letter: What the messages say.
    ///   - date: Stands in for the date of sending; it is no part of any digest.
    ///   - timeZone: The authority's.
    ///   - generator: Names the messages.
    /// - Throws: `PlanError` if one message cannot be written or must not go.
    package init(
        rows: [ClassifiedRow],
        letter: Letter,
        date: Date,
        timeZone: TimeZone,
        using generator: inout some RandomNumberGenerator
    ) throws(PlanError) {
        let rows = Self.withoutLeftovers(rows)
        let messageGuard = MessageGuard(letter: letter, values: CampaignValues(rows))
        var messages: [PlannedMessage] = []
        var guarded = messageGuard.findingsInLetter().map {
            PlanError.Guarded(row: nil, finding: $0)
        }
        for recipient in Self.recipients(of: rows) {
            let id = MessageID(using: &generator)
            let message: OutgoingMessage
            do {
                message = try .render(for: recipient, on: letter, id: id, date: date, in: timeZone)
            } catch {
                throw .notWritable(row: recipient.appointments[0].row, reason: error)
            }
            if let finding = messageGuard.findings(in: message, for: recipient).first {
                guarded.append(.init(row: recipient.appointments[0].row, finding: finding))
            }
            messages.append(PlannedMessage(id: id, recipient: recipient, digest: message.digest))
        }
        guard guarded.isEmpty else { throw .guarded(guarded) }
        self.rows = rows
        self.messages = messages
    }

    /// Most rows stay as they are: the array is copied only if one does not.
    private static func withoutLeftovers(_ rows: [ClassifiedRow]) -> [ClassifiedRow] {
        var rows = rows
        for place in rows.indices {
            let row = rows[place].withoutLeftovers
            if row.rowClass != rows[place].rowClass { rows[place] = row }
        }
        return rows
    }

    /// One recipient for each person among the rows to send, the earliest appointment first.
    static func recipients(of rows: [ClassifiedRow]) -> [Recipient] {
        var people: [PersonKey: [Int]] = [:]
        for (place, row) in rows.enumerated() where row.rowClass == .send {
            guard let contact = row.contact, let address = contact.address, row.start != nil
            else { preconditionFailure("a row of class send has an address and a start") }
            people[PersonKey(contact, address: address), default: []].append(place)
        }
        return people.values.compactMap { places in
            guard let contact = rows[places[0]].contact, let address = contact.address else {
                return nil
            }
            return Recipient(
                address: address,
                name: contact.name,
                appointments: places.flatMap { rows[$0].appointments }
            )
        }.sorted { left, right in
            let (first, second) = (left.appointments[0], right.appointments[0])
            return (first.start, first.row) < (second.start, second.row)
        }
    }
}

extension ClassifiedRow {
    /// What its person's message tells.
    var appointments: [Appointment] {
        starts.map {
            Appointment(
                row: row,
                start: $0,
                site: contact?.site,
                reference: contact?.reference
            )
        }
    }
}

/// Why a plan cannot be made (exit code 65 for rows, 3 for the guard).
///
/// Never personal data.
package enum PlanError: Error, Hashable, Sendable, CustomStringConvertible {
    case notWritable(row: Int, reason: RenderError)
    case guarded([Guarded])

    /// A row whose message the guard holds back.
    package struct Guarded: Hashable, Sendable {
        /// Nil if the template itself is held back.
        package let row: Int?
        package let finding: GuardFinding

        package init(row: Int?, finding: GuardFinding) {
            self.row = row
            self.finding = finding
        }
    }

    package var description: String {
        switch self {
        case .notWritable(let row, let reason):
            "row \(row): no message can be written: \(reason)"
        case .guarded(let rows):
            "the guard will not let \(rows.count.with("message")) go. Correct these rows in the booking "
                + "system and export again, or plan without them, for example with --leave-out "
                + "\(rows.compactMap(\.row).first ?? 0): those people must then be told another "
                + "way. Nothing was stored.\n"
                + rows.prefix(20).map { guarded in
                    let place = guarded.row.map { "row \($0)" } ?? "template"
                    return "  \(place): \(guarded.finding)"
                }
                .joined(separator: "\n")
                + (rows.count > 20 ? "\n  … and \(rows.count - 20) more" : "")
        }
    }
}
