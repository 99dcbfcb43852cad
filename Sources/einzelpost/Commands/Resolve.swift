import ArgumentParser
import MailCampaign

struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rules on deliveries whose outcome is not known.",
        usage:
            "einzelpost resolve <campaign> --row <n> ... (--accepted | --resend) [<options>]",
        discussion: """
            After a crash a message can be unknown: its last byte left, and no answer came. Look \
            for its id in the relay's log (it is the Message-ID in front of the @). If the relay \
            took it, say --accepted. If it did not, --resend: the next resume sends the message \
            again; if the relay did have it, it is delivered twice.

            The unknown ones, with their ids: einzelpost rows CAMPAIGN --delivery unknown
            They are named by their rows, or with --message by their ids.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The rows, as a spreadsheet numbers them.", valueName: "n")
    )
    var row: [Int] = []
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The messages' ids, as “rows --format json” shows them.",
            valueName: "id"
        )
    )
    var message: [String] = []
    @Flag(help: "The relay has taken them.") var accepted = false
    @Flag(help: "The relay has not; send them again.") var resend = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check(request) }

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let status = try Resolution(of: id, in: workspace).run(request())
        try Output.conclude(status, as: common.format)
    }

    private func request() throws -> ResolveRequest {
        try ResolveRequest(messages: message, rows: row, accepted: accepted, resend: resend)
    }
}
