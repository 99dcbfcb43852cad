import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sends what is approved, one message to one person at a time.",
        usage: "einzelpost send <campaign> [--rehearse [--output <dir>]] [<options>]",
        discussion: """
            The first Ctrl-C lets what is in flight end and stops; “resume” goes on. Sending a \
            finished campaign again sends nothing.

            With --rehearse the whole campaign goes to a mail server inside this program, through \
            the same code. That needs no approval and changes nothing.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Flag(
        name: [.customLong("rehearse"), .customLong("dry-run")],
        help: "Send to the built-in server instead of the relay."
    )
    var rehearse = false
    @Option(help: ArgumentHelp("With --rehearse: keep the messages here.", valueName: "dir"))
    var output: String?
    @Option(
        help: ArgumentHelp(
            "The moment a plan of another day was judged by, again.",
            valueName: "time"
        )
    )
    var asOf: String?
    @Flag(
        help: """
            The state directory was moved or restored on purpose, and its original is out of use.
            """
    )
    var moved = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if output != nil && !rehearse { throw ValidationError("--output needs --rehearse") }
    }

    func run() async throws {
        let workspace = try common.open()
        let record = try workspace.journal.campaign(campaign)
        if rehearse {
            try await Send.rehearse(record, in: workspace, output: output, format: common.format)
                .end()
            return
        }
        let moment = try asOf.map {
            try LocalMoment.parse($0, in: workspace.settings.timeZone, option: "--as-of")
        }
        try await Sending(workspace: workspace, campaign: record, asOf: moment, moved: moved)
            .show(as: common.format).end()
    }

    /// Also what `cancel --dry-run` does.
    static func rehearse(
        _ campaign: CampaignRecord,
        in workspace: Workspace,
        output: String?,
        format: OutputFormat
    ) async throws -> ExitStatus {
        let clearance = Clearance(workspace: workspace, campaign: campaign)
        try clearance.checkNotErased()
        let result = try await Rehearsal(
            workspace: workspace,
            campaign: campaign,
            letter: clearance.letter(),
            output: output
        ).run(onEvent: SendingWatch().note)
        Terminal.show(format == .json ? result.json.formatted : result.text)
        return ExitStatus(result.outcome)
    }
}
