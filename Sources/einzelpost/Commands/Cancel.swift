import ArgumentParser
import MailCore
import MailJournal

struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The whole way in one guided command: plan, preview, confirm, send.",
        discussion: """
            Before anything is sent you type the number of messages. Without a terminal, give it \
            with --confirm; otherwise the campaign is planned and nothing is sent. With --dry-run \
            everything goes to a mail server inside this program.
            """
    )

    @OptionGroup var plan: PlanOptions
    @Flag(help: "Stop before the relay: send to the built-in server instead.")
    var dryRun = false
    @Option(help: ArgumentHelp("The number of messages you confirm.", valueName: "n"))
    var confirm: Int?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try Workspace(common)
        let choice = try plan.choice(in: workspace.settings.timeZone)
        let id = try Planning(workspace: workspace, choice: choice).run()
        let report = try PlanReport(id, in: workspace.journal, zone: workspace.settings.timeZone)
        Terminal.complain(report.text)
        let preview = try MessagePreview(of: id, in: workspace)
        Terminal.complain("\n" + (try preview.text(preview.picks(rows: []))))
        let campaign = try workspace.journal.campaign(id)
        if dryRun {
            try await Send.rehearse(campaign, in: workspace, output: nil, format: common.format)
                .end()
            return
        }
        try Clearance(workspace: workspace, campaign: campaign).checkDecided()
        try checkConfirmed(report.messages, id: id)
        try Approval(workspace: workspace, campaign: campaign)
            .give(digest: campaign.digest.hex, by: Live.account)
        try await Sending(workspace: workspace, campaign: campaign, asOf: choice.asOf, moved: false)
            .run(format: common.format).end()
    }

    private func checkConfirmed(_ messages: Int, id: String) throws {
        let answer = try confirm ?? ask(messages, id: id)
        guard answer == messages else {
            throw Failure(
                .refused,
                "\(messages) messages were planned, that was not the number confirmed. Nothing "
                    + "has been sent; the campaign is kept as \(id)."
            )
        }
    }

    private func ask(_ messages: Int, id: String) throws -> Int? {
        guard Terminal.inputIsTerminal else {
            throw Failure(
                .refused,
                "\(messages) messages are ready as \(id) and nothing has been sent: without a "
                    + "terminal, confirm with --confirm \(messages)"
            )
        }
        Terminal.prompt("\nTo send, type the number of messages (anything else stops): ")
        return readLine().flatMap { Int($0.filter { !$0.isWhitespace }) }
    }
}
