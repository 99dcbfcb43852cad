import ArgumentParser
import MailCampaign

struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rules on deliveries whose outcome is not known.",
        usage: """
            einzelpost resolve <campaign> --row <n> ... (--accepted | --resend) [<options>]
            einzelpost resolve <campaign> --all-unknown (--accepted | --resend) [<options>]
            einzelpost resolve <campaign> --from-log <file> ... [--accepted] [<options>]
            """,
        discussion: """
            After a crash a message can be unknown: its last byte left, and no answer came. Look \
            for its id in the relay's log (it is the Message-ID in front of the @). If the relay \
            took it, say --accepted. If it did not, --resend: the next resume sends the message \
            again; if the relay did have it, it is delivered twice.

            With --from-log the program looks for all of them in logs of Postfix or Exim, packed \
            (gzip) or not; several in the order in which they were written. It shows what it \
            found and asks; --accepted says yes beforehand. Only this counts: that Postfix has \
            the message in its queue (qmgr, “queue active”), or the arrival line of Exim (“<=”). \
            Postfix notes a Message-ID before it has taken the message, so that line alone \
            settles nothing; nor does it that a message is missing. Exit code 1 means that others are \
            still unknown.

            The unknown ones, with their ids: einzelpost rows CAMPAIGN --delivery unknown
            They are named by their rows, or with --message by their ids; --all-unknown means every \
            one, and on a terminal asks for their number.
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
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Logs of the relay, Postfix or Exim.", valueName: "file"),
        completion: .file()
    )
    var fromLog: [String] = []
    @Flag(help: "Every delivery that is unknown.") var allUnknown = false
    @Flag(help: "The relay has taken them.") var accepted = false
    @Flag(help: "The relay has not; send them again.") var resend = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if fromLog.isEmpty { try Usage.check(request) } else { try Usage.check(logRequest) }
    }

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        guard fromLog.isEmpty else {
            return try settle(LogResolution(of: id, in: workspace), logRequest())
        }
        let accepted = accepted
        let status = try Resolution(of: id, in: workspace).run(
            request(),
            confirmedBy: .terminal { $0.rulingPrompt(accepted) }
        )
        try Output.conclude(status, as: common.format)
    }

    private func settle(_ resolution: LogResolution, _ request: LogRequest) throws {
        let report = try resolution.look(into: request.paths)
        Terminal.complain(report.finding)
        let respondent: Respondent =
            request.isSaid ? .said("\(report.accepted.count)") : .terminal(\.resolvingPrompt)
        try Output.conclude(resolution.settle(report, by: respondent), as: common.format)
    }

    private func logRequest() throws -> LogRequest {
        try LogRequest(
            paths: fromLog,
            messages: message,
            rows: row,
            all: allUnknown,
            accepted: accepted,
            resend: resend
        )
    }

    private func request() throws -> ResolveRequest {
        try ResolveRequest(
            messages: message,
            rows: row,
            all: allUnknown,
            accepted: accepted,
            resend: resend
        )
    }
}
