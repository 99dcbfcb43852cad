import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The whole way in one guided command: plan, preview, confirm, send.",
        discussion: """
            It shows what “approve” shows. Before anything is sent you type the number of \
            messages, as 1494, 1.494 or “1494 messages”; three wrong answers stop it. Without a \
            terminal, give it with --confirm; otherwise the campaign is planned and nothing is \
            sent. With --dry-run everything goes to a mail server inside this program.
            """
    )

    @OptionGroup var plan: PlanOptions
    @Flag(help: "Stop before the relay: send to the built-in server instead.")
    var dryRun = false
    @Option(help: ArgumentHelp("The number of messages you confirm.", valueName: "n"))
    var confirm: Int?
    @Flag(help: "Show addresses and references in full.") var unmasked = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try common.open()
        let choice = try plan.choice(in: workspace.settings.timeZone)
        let id = try Planning(workspace: workspace, choice: choice).run()
        let view = try CampaignView(of: id, in: workspace, isMasked: !unmasked)
        view.noteChange()
        Terminal.complain(view.text)
        let campaign = view.campaign
        if dryRun {
            try await Send.rehearse(campaign, in: workspace, output: nil, format: common.format)
                .end()
            return
        }
        try confirmed(view, in: workspace)
        try await Sending(workspace: workspace, campaign: campaign, asOf: choice.asOf, moved: false)
            .show(as: common.format).end()
    }

    /// Approved by whoever confirms.
    private func confirmed(_ view: CampaignView, in workspace: Workspace) throws {
        let campaign = view.campaign
        let approval = Approval(workspace: workspace, campaign: campaign)
        try approval.check(digest: campaign.digest.hex)
        Terminal.complain("\nIn short:\n\(view.summary)")
        try checkConfirmed(view.report.messages, id: campaign.id)
        try approval.record(by: workspace.surroundings.account.text)
    }

    private func checkConfirmed(_ messages: Int, id: String) throws {
        let isRight = try confirm.map { $0 == messages } ?? ask(messages, id: id)
        guard isRight else {
            throw Failure(
                .refused,
                "\(messages.with("message was", "messages were")) planned, that was not the number confirmed. Nothing "
                    + "has been sent; the campaign is kept as \(id)."
            )
        }
    }

    private func ask(_ messages: Int, id: String) throws -> Bool {
        guard Terminal.inputIsTerminal else {
            throw Failure(
                .refused,
                "\(messages.with("message is", "messages are")) ready as \(id) and nothing has been sent: without a "
                    + "terminal, confirm with --confirm \(messages)"
            )
        }
        return Confirmation.ask("\nTo send, type the number of messages (Ctrl-C stops): ") {
            Confirmation.number(in: $0) == messages
        }
    }
}
