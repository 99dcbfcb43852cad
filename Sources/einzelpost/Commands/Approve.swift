import ArgumentParser
import MailCampaign
import MailCore

struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows a whole campaign, and says that it may be sent exactly as it is.",
        usage: "einzelpost approve <campaign> [--digest <hex> --by <name>] [<options>]",
        discussion: """
            Without --digest it shows everything an approval binds: file, rows, days, forecast, \
            sender, relay, columns, problems, warnings, what differs from the campaign before, \
            and \(MessageChoice.most) messages beside the rows they were made from. It ends with the command \
            that approves just this, or with what has to be decided first.

            With --digest it shows the same, asks on a terminal for the number of messages and \
            for the day of the last appointment, and records the approval. If anything of what \
            was shown changes, in the journal, the template or the configuration, the approval \
            is void. With approval.people = 2 it must come from another login than the plan.

            Names, addresses and references are masked unless --unmasked is given, which is recorded.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(help: ArgumentHelp("The digest that the view shows.", valueName: "hex"))
    var digest: String?
    @Option(help: ArgumentHelp("Who approves; kept in the journal.", valueName: "name"))
    var by: String?
    @Flag(help: "Show people in full; recorded.") var unmasked = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check { try request() } }

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let approval = try Approval(of: id, in: workspace)
        switch try request() {
        case .look: try look(approval)
        case .approve(let digest, let name): try approve(approval, digest: digest, by: name)
        }
    }

    private func request() throws -> ApprovalRequest {
        try ApprovalRequest(digest: digest, by: by)
    }

    private func look(_ approval: Approval) throws {
        let look = try approval.look(isMasked: !unmasked)
        Terminal.note(look.view.change?.note)
        try Output.conclude(look, as: common.format)
    }

    private func approve(_ approval: Approval, digest: String, by name: ApproverName) throws {
        let ready = try approval.prepare(digest: digest, isMasked: !unmasked)
        Terminal.note(ready.view.change?.note)
        Output.showBefore(Sentence(same: "\(ready.view.text)\n"), as: common.format)
        let report = try ready.approve(by: name, confirmedBy: .terminal(\.approvalPrompt))
        try Output.conclude(report, as: common.format)
    }
}
