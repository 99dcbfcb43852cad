import ArgumentParser
import MailCampaign
import MailCore

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
        if rehearse {
            let rehearsal = try Rehearsal(of: campaign, in: workspace, output: output)
            let result = try await SendingWatch.over(rehearsal.run)
            return try Output.conclude(result, as: common.format)
        }
        let moment = try asOf.map {
            try LocalMoment.parse($0, in: workspace.settings.timeZone, option: "--as-of")
        }
        let sending = try Sending(of: campaign, in: workspace, asOf: moment, moved: moved)
        try Output.conclude(await SendingWatch.over(sending.run), as: common.format)
    }
}
