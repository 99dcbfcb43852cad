package import Foundation
import MailCore
package import MailJournal

/// Answers somebody who asks what is kept of them, or wants it erased (GDPR, articles 15 and 17).
package struct PersonAnswer {
    private let workspace: Workspace

    package init(in workspace: Workspace) { self.workspace = workspace }

    /// What is kept of a person.
    ///
    /// Personal data.
    package struct Result: Sendable {
        package let traces: [PersonTrace]
        /// Whether people's data is hidden.
        package let isMasked: Bool
        /// Whether it was erased just now.
        package let isErased: Bool
        package let zone: TimeZone

        /// How many different people these are, by their names.
        package var people: Int { PersonAnswer.people(in: traces) }
    }

    /// - Parameters:
    ///   - lines: An address or a booking reference; each further line narrows it down: the other of both, or
    ///     the name as the schedule has it.
    ///   - isMasked: Whether people's data is hidden; where it is not, the journal records who has looked.
    ///   - isErasing: Whether everything that was found is erased.
    /// - Returns: What is kept, or was until now.
    /// - Throws: `WrongRequest` without a line; `Refusal` if several people were found, or a message is under
    ///   way, or a campaign is held: then nothing is erased.
    package func run(
        _ lines: [String],
        isMasked: Bool,
        isErasing: Bool
    ) throws -> Result {
        let wanted = lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard let first = wanted.first else { throw WrongRequest.nobodyNamed }
        let journal = workspace.journal
        let campaigns = try journal.campaigns()
        let missing = campaigns.filter { $0.erasedAt == nil && !journal.hasKey(of: $0.id) }
        guard missing.isEmpty, try journal.isNoticeKeyThere() else {
            throw Refusal.keysMissing(campaigns: missing.map(\.id), store: journal.keyStorePath)
        }
        let traces = try journal.traces(of: first, in: campaigns).filter { trace in
            wanted.dropFirst().allSatisfy { Self.fits($0, trace.contact) }
        }
        let result = Result(
            traces: traces,
            isMasked: isMasked,
            isErased: isErasing && !traces.isEmpty,
            zone: workspace.settings.timeZone
        )
        if isErasing { try erase(traces, campaigns) }
        if !isMasked { try noteSight(of: traces) }
        return result
    }

    private func erase(_ traces: [PersonTrace], _ campaigns: [CampaignRecord]) throws {
        let people = Self.people(in: traces)
        guard people <= 1 else { throw Refusal.severalPeople(people) }
        for trace in traces {
            let campaign = campaigns.first { $0.id == trace.campaign }
            if let campaign {
                try Clearance(workspace: workspace, campaign: campaign).checkNotFrozen()
            }
            if let reason = campaign?.heldBecause {
                throw Refusal.held(campaign: trace.campaign, because: reason)
            }
            if let state = trace.row.state, state.isUnderWay || state == .unknown {
                throw Refusal.personUnderWay(campaign: trace.campaign, row: trace.row.row)
            }
            // What an approval binds must stay as it is until everybody else is told.
            let open = try workspace.journal.deliveryCounts(of: trace.campaign).underWay
            guard open == 0 else {
                throw Refusal.campaignUnderWay(campaign: trace.campaign, open: open)
            }
        }
        for campaign in campaigns {
            try workspace.journal.erase(
                rows: traces.filter { $0.campaign == campaign.id }.map(\.row.row),
                of: campaign,
                by: workspace.surroundings.account.official,
                at: workspace.surroundings.now()
            )
        }
    }

    private func noteSight(of traces: [PersonTrace]) throws {
        for campaign in Set(traces.map(\.campaign)).sorted() {
            try workspace.noteSight(of: campaign, in: "person")
        }
    }

    private static func fits(_ line: String, _ contact: Contact) -> Bool {
        let own = [
            contact.address?.text, contact.reference, contact.name.display, contact.name.full,
        ]
        return own.contains { $0?.folded == line.folded }
    }

    private static func people(in traces: [PersonTrace]) -> Int {
        Set(traces.map { ($0.contact.name.display ?? $0.contact.name.full ?? "").folded }).count
    }
}
