import ArgumentParser
import Foundation
import MailCore
import MailJournal

/// Takes a person's answers about rows into the journal, if the campaign is what it was.
struct Decision {
    let workspace: Workspace
    let campaign: CampaignRecord

    func leave(rows: [Int], _ answer: RowAnswer) throws -> DecisionRecord {
        try check()
        return try workspace.journal.decide(
            rows: rows,
            answer,
            of: campaign,
            account: Live.account.text,
            at: Live.now()
        )
    }

    func phoneAllDoubtful() throws -> DecisionRecord {
        try check()
        return try workspace.journal.decideDoubtfulByPhone(
            of: campaign,
            account: Live.account.text,
            at: Live.now()
        )
    }

    /// - Parameters:
    ///   - row: As a spreadsheet numbers it.
    ///   - given: Where the message goes.
    ///   - start: As typed; nil if the schedule must say it.
    /// - Returns: What became of the row.
    /// - Throws: `Failure`, `DecisionError`.
    func send(row: Int, to given: GivenAddress, start: String?) throws -> DecisionRecord {
        try check()
        try lint()
        let zone = try StatusReport.zone(of: campaign)
        var generator = Live.generator
        let outcome = try workspace.journal.decide(
            row: row,
            sending: DecidedLetter(
                address: given.address,
                start: try start.map { try LocalMoment.start($0, in: zone, option: "--start") },
                id: MessageID(using: &generator)
            ),
            of: campaign,
            zone: zone,
            account: Live.account.text,
            at: Live.now()
        )
        Terminal.complain("Row \(row) will be written to at \(given.address.masked): compare it.")
        return outcome
    }

    /// What somebody else has changed in the journal must not become part of a new digest.
    private func check() throws {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        try clearance.checkJournal()
    }

    /// As at planning: the hosts that links may lead to can have changed since.
    private func lint() throws {
        let report = LintReport(
            template: campaign.letter.template.name,
            findings: Linter.findings(
                in: try campaign.letter.thawed(),
                allowedHosts: workspace.settings.allowedHosts
            )
        )
        guard report.isOK else {
            throw Failure(
                .refused,
                "the campaign's letter must not go out any more; nothing was changed:\n"
                    + report.text
            )
        }
    }
}

extension LocalMoment {
    /// When an appointment begins on the authority's wall.
    ///
    /// - Throws: `ValidationError` if it is no time; `Failure` if there is none or two of it on a day
    ///   when the clocks change.
    static func start(_ text: String, in zone: TimeZone, option: String) throws -> AppointmentTime {
        let typed = try clockTime(text, option: option)
        var reader = StartReader(zone: zone, format: .unproven)
        switch reader.read(start: typed, time: "") {
        case .at(let start): return start
        case .unclear(_, let reason, _):
            throw Failure(.usage, "\(option): \(reason) Nothing was changed")
        }
    }

    /// A day with a time behind it, as `StartReader` takes it.
    static func clockTime(_ text: String, option: String) throws -> String {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " }).map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("\(option): “\(text)” is no time; write 2021-03-16T09:10")
        }
        // Says what is wrong with either part; the zone does not matter for that.
        _ = try parse(text, in: .gmt, option: option)
        return "\(try day(parts[0], option: option)) \(parts[1])"
    }
}
