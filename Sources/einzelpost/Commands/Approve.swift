import ArgumentParser
import MailCore
import MailJournal

struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says that a campaign may be sent exactly as it is.",
        usage: "einzelpost approve <campaign> --digest <hex> --by <name> [<options>]",
        discussion: """
            The digest stands for every recipient, every message, the sender and the relay. If \
            anything of that changes, the approval is void. With approval.people = 2 the account \
            that planned the campaign cannot approve it.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(help: ArgumentHelp("The digest that “plan” printed.", valueName: "hex"))
    var digest: String
    @Option(help: ArgumentHelp("Who approves; kept in the journal.", valueName: "name"))
    var by: String
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name") }
    }

    func run() throws {
        let workspace = try Workspace(common)
        let record = try workspace.journal.campaign(campaign)
        try Approval(workspace: workspace, campaign: record).give(digest: digest, by: by)
        let status = try StatusReport(
            record.id,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        Terminal.show(common.format == .json ? status.json.formatted : status.text)
    }
}
