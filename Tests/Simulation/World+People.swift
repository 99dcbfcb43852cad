import Foundation
import MailCore
import MailJournal
import TestSupport

/// What people do with a campaign while no process is sending.
extension World {
    private static let person = Official.login("person", 3)

    func withdraw(_ people: [Int], in program: SimulatedProgram) throws {
        let open = try states(in: program.journal).filter { $0.value.isOpen }.keys
        let chosen = people.filter { open.contains($0) }
        guard !chosen.isEmpty else { return }
        guard fault != .withdrawalForgotten else { return truth.withdrawn.formUnion(chosen) }
        do {
            _ = try program.journal.withdraw(
                rows: chosen.map(Template.row),
                from: program.journal.campaign(template.campaign),
                at: now
            )
            truth.withdrawn.formUnion(chosen)
        } catch WithdrawError.mayBeTold(let row) {
            trace.note("row \(row) may have been told")
        }
    }

    /// Somebody has read the relay's log; or has misread it.
    func resolve(truly: Bool, in program: SimulatedProgram) throws {
        let unknown = try states(in: program.journal).filter { $0.value == .unknown }.keys.sorted()
        for person in unknown {
            let isTold = truly == truth.isTold(person)
            try rule(isTold ? .ruledAccepted : .ruledResend, on: person, in: program)
        }
    }

    func retryRefused(_ reply: String, in program: SimulatedProgram) throws {
        let refused = try program.journal.refused(of: template.campaign, with: reply)
        guard !refused.isEmpty else { return }
        try program.journal.resolve(
            refused,
            of: program.journal.campaign(template.campaign),
            as: .ruledResend,
            by: Self.person,
            at: now
        )
    }

    private func rule(
        _ ruling: DeliveryEvent,
        on person: Int,
        in program: SimulatedProgram
    ) throws {
        if ruling == .ruledResend, truth.isTold(person) {
            truth.allowedAgain[person, default: 0] += 1
            truth.ruledUntold.insert(person)
        }
        if ruling == .ruledAccepted { truth.ruledAccepted.insert(person) }
        truth.doubtful.remove(person)
        guard fault != .rulingForgotten else { return }
        try program.journal.resolve(
            [template.id(of: person)],
            of: program.journal.campaign(template.campaign),
            as: ruling,
            by: Self.person,
            at: now
        )
    }

    func freeze(in program: SimulatedProgram) throws {
        guard !truth.isFrozen else { return }
        truth.isFrozen = true
        try program.journal.openIncident(
            of: template.campaign,
            awareAt: now,
            by: Self.person,
            at: now
        )
    }

    func thaw(in program: SimulatedProgram) throws {
        guard truth.isFrozen else { return }
        try program.journal.closeIncident(
            of: template.campaign,
            because: "made up",
            by: Self.person,
            at: now
        )
        truth.isFrozen = false
    }

    func states(in journal: Journal) throws -> [Int: DeliveryState] {
        var states: [Int: DeliveryState] = [:]
        try journal.forEachMessage(of: template.campaign) { message in
            if let person = template.person(of: message.number) { states[person] = message.state }
        }
        return states
    }
}
