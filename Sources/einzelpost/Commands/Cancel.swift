import ArgumentParser
import MailCampaign
import MailCore

struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The whole way in one guided command: plan, settle doubts, confirm, send.",
        usage: """
            einzelpost cancel <file> (--date <day> | --from <day> --to <day>) [<options>]
            einzelpost cancel <campaign> [<options>]
            """,
        discussion: """
            On a terminal it asks about every row in doubt: to be phoned, to be reached another \
            way, an address that the person has given, or later. Each answer is kept at once. \
            Then one screen shows what is cancelled, where and for how many people; “v” shows \
            everything that “show” shows. Before anything is sent you type the number of \
            messages, as 1494, 1.494 or “1494 messages”; \(ConfirmationQuestion.tries) wrong answers stop it.

            With a campaign instead of a file it goes on where you stopped. If a campaign of the \
            same days was interrupted, or this file was planned already, it asks about that first.

            Without a terminal, give the number with --confirm; otherwise the campaign is planned and \
            nothing is sent. With --dry-run everything goes to a mail server inside this program.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The raw export of the booking system (CSV or xlsx), or a campaign to go on with.",
            valueName: "file"
        ),
        completion: .file(extensions: ScheduleFile.extensions)
    )
    var file: String
    @OptionGroup var plan: PlanOptions
    @Flag(help: "Stop before the relay: send to the built-in server instead.")
    var dryRun = false
    @Option(help: ArgumentHelp("The number of messages you confirm.", valueName: "n"))
    var confirm: Int?
    @OptionGroup var patience: WaitOptions
    @Flag(help: "Show people in full; recorded.") var unmasked = false
    @OptionGroup var common: CommonOptions

    /// What is left to do when everything has been asked.
    private enum Rest {
        case rehearse(Cancellation)
        /// A campaign that was confirmed, or begun before.
        case send(String)
    }

    func validate() throws { try Usage.check { try request() } }

    func run() async throws {
        // Whatever has the journal open is gone when it has been asked: a countdown leaves it to others.
        switch try prepare() {
        case .rehearse(let cancellation):
            let result = try await SendingWatch.over(cancellation.rehearse)
            try Output.conclude(result, as: common.format)
        case .send(let id):
            let sending = TimedSending(
                of: id,
                at: nil,
                asOf: plan.asOf,
                claim: nil,
                isPatient: patience.wait,
                in: Live.surroundings,
                // What there is to note was said before the questions.
                opening: { try Workspace.open(common.places, in: Live.surroundings) }
            )
            try Output.conclude(await SendingWatch.over(sending.run), as: common.format)
        }
    }

    private func request() throws -> CancelRequest {
        try CancelRequest(
            file,
            speaksOfFile: plan.speaksOfFile || plan.template != nil || plan.expect != nil
                || !plan.leaveOut.isEmpty
        ) { try plan.days() }
    }

    private func prepare() throws -> Rest {
        let workspace = try common.open()
        let isGuided = confirm == nil && Terminal.inputIsTerminal && Terminal.errorIsTerminal
        switch try begin(in: workspace, isGuided: isGuided) {
        case .goOn(let id): return .send(id)
        case .look(let cancellation):
            Terminal.note(cancellation.view.change?.note)
            if !isGuided || dryRun { Terminal.complain(cancellation.view.text) }
            if dryRun { return .rehearse(cancellation) }
            Terminal.note(StayAwake.needed("cancel …", in: workspace))
            return .send(try isGuided ? guide(cancellation) : confirm(cancellation))
        }
    }

    /// Asks about everything that somebody must say.
    private func guide(_ begun: Cancellation) throws -> String {
        var cancellation = begun
        let words = cancellation.brokenOff
        let lastWords = LastWords { Terminal.complain(words) }
        defer { withExtendedLifetime(lastWords) {} }
        try cancellation.settleDoubts(with: .terminal)
        let ready = try cancellation.ready()
        let screen = cancellation.view.screen
        Terminal.complain(Sentence(same: "\n\(screen)\n\n\(Cancellation.lookHint)"))
        return try ready.confirm(
            by: .terminal(\.sendingPrompt, showing: cancellation.view.text)
        )
    }

    private func confirm(_ cancellation: Cancellation) throws -> String {
        let ready = try cancellation.ready()
        Terminal.complain(cancellation.view.inShort)
        let number = confirm.map { Respondent.said("\($0)") }
        return try ready.confirm(by: number ?? .terminal(\.sendingPrompt))
    }

    /// How it begins: with a campaign to look at, or with one whose sending has begun.
    private enum Beginning {
        case look(Cancellation)
        case goOn(String)
    }

    private func begin(in workspace: Workspace, isGuided: Bool) throws -> Beginning {
        switch try request() {
        case .campaign(let name): return try goOn(workspace.campaignID(name), in: workspace)
        case .file:
            let choice = try plan.choice(of: file, in: workspace.settings.timeZone)
            if let earlier = try EarlierCampaign.latest(before: choice, in: workspace) {
                Terminal.complain(earlier.note)
                if isGuided, !dryRun, Clerk.terminal.agrees(to: earlier.question) {
                    return try goOn(earlier.id, in: workspace)
                }
            }
            return .look(
                try Cancellation(planning: choice, in: workspace, isMasked: !unmasked)
            )
        }
    }

    private func goOn(_ id: String, in workspace: Workspace) throws -> Beginning {
        let cancellation = try Cancellation(of: id, in: workspace, isMasked: !unmasked)
        return cancellation.hasBegun ? .goOn(id) : .look(cancellation)
    }
}
