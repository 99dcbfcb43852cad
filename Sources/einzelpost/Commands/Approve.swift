import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows a whole campaign, and says that it may be sent exactly as it is.",
        usage: "einzelpost approve <campaign> [--digest <hex> --by <name>] [<options>]",
        discussion: """
            Without --digest it shows everything an approval binds: file, rows, days, forecast, \
            sender, relay, columns, problems, warnings, what differs from the campaign before, \
            and five messages beside the rows they were made from. It ends with the command \
            that approves just this, or with what has to be decided first.

            With --digest it shows the same, asks on a terminal for the number of messages and \
            for the day of the last appointment, and records the approval. If anything of what \
            was shown changes, in the journal, the template or the configuration, the approval \
            is void. With approval.people = 2 it must come from another login than the plan.

            Addresses and references are masked unless --unmasked is given; names are not.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(help: ArgumentHelp("The digest that the view shows.", valueName: "hex"))
    var digest: String?
    @Option(help: ArgumentHelp("Who approves; kept in the journal.", valueName: "name"))
    var by: String?
    @Flag(help: "Show addresses and references in full.") var unmasked = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if digest == nil && by != nil { throw ValidationError("--by needs --digest HEX") }
        if digest != nil && by == nil { throw ValidationError("--digest needs --by NAME") }
        if by?.allSatisfy(\.isWhitespace) == true { throw ValidationError("--by needs a name") }
    }

    func run() throws {
        let workspace = try common.open()
        let record = try workspace.journal.campaign(campaign)
        if let digest, let by {
            try approve(record, digest: digest, by: by, in: workspace)
        } else {
            try look(at: record, in: workspace)
        }
    }

    private func look(at record: CampaignRecord, in workspace: Workspace) throws {
        try Clearance(workspace: workspace, campaign: record).checkNotErased()
        let view = try CampaignView(of: record.id, in: workspace, isMasked: !unmasked)
        view.noteChange()
        switch common.format {
        case .json: Terminal.show(try json(of: view, in: workspace).formatted)
        case .text:
            Terminal.show("\(view.text)\n\nDigest \(record.digest.hex)")
            let next = view.command.map { " To approve exactly this:\n  \($0)" }
            Terminal.show(
                "Nothing has been approved."
                    + (next ?? view.report.obstacle.map { "\n\($0)" } ?? "")
            )
        }
        try (view.report.classes[.needsDecision] == 0 ? ExitStatus.done : .needsDecision).end()
    }

    private func approve(
        _ record: CampaignRecord,
        digest: String,
        by name: String,
        in workspace: Workspace
    ) throws {
        let approval = Approval(workspace: workspace, campaign: record)
        try approval.check(digest: digest)
        let view = try CampaignView(of: record.id, in: workspace, isMasked: !unmasked)
        view.noteChange()
        // JSON is one object, printed at the end; whoever types has to see it before.
        if common.format == .text {
            Terminal.show(view.text + "\n")
        } else if Terminal.inputIsTerminal {
            Terminal.complain(view.text)
        }
        try confirm(view)
        try approval.record(by: name)
        let status = try StatusReport(
            record.id,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        Terminal.show(
            common.format == .json
                ? try json(of: view, in: workspace).formatted : status.text
        )
    }

    /// On a terminal, the approver types two figures from their own view; elsewhere the digest is
    /// the confirmation.
    ///
    /// - Throws: `Failure` (3) if they are wrong three times.
    private func confirm(_ view: CampaignView) throws {
        guard Terminal.inputIsTerminal else { return }
        let isRight =
            Confirmation.ask("\nTo approve, type the number of messages: ") {
                Confirmation.number(in: $0) == view.report.messages
            }
            && Confirmation.ask("And the day of the last appointment (as 31.12.2026): ") {
                Confirmation.day(in: $0) == view.lastDay
            }
        guard isRight else {
            throw Failure(
                .refused,
                "that is not what the view says; \(view.campaign.id) has not been approved"
            )
        }
    }

    /// What `status` says, with the view.
    private func json(of view: CampaignView, in workspace: Workspace) throws -> JSON {
        let status = try StatusReport(
            view.campaign.id,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        guard case .object(var object) = status.json else { return status.json }
        object["view"] = view.json
        return .object(object)
    }
}
