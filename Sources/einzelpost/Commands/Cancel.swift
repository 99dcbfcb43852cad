import ArgumentParser
import MailCampaign
import MailCore

struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The whole way in one guided command: plan, preview, confirm, send.",
        discussion: """
            It shows what “approve” shows. Before anything is sent you type the number of \
            messages, as 1494, 1.494 or “1494 messages”; \(ConfirmationQuestion.tries) wrong answers stop it. Without a \
            terminal, give it with --confirm; otherwise the campaign is planned and nothing is \
            sent. With --dry-run everything goes to a mail server inside this program.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The raw export of the booking system (CSV or xlsx).",
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

    func validate() throws { try Usage.check { try plan.days() } }

    func run() async throws {
        let workspace = try common.open()
        let choice = try plan.choice(of: file, in: workspace.settings.timeZone)
        let cancellation = try Cancellation(planning: choice, in: workspace, isMasked: !unmasked)
        Terminal.note(cancellation.view.change?.note)
        Terminal.complain(cancellation.view.text)
        if dryRun {
            let result = try await SendingWatch.over(cancellation.rehearse)
            return try Output.conclude(result, as: common.format)
        }
        let ready = try cancellation.ready()
        Terminal.complain("\nIn short:\n\(cancellation.view.summary)")
        Terminal.note(StayAwake.needed("cancel …", in: workspace))
        let confirmed = try ready.confirm(by: respondent)
        let result = try await SendingWatch.over { stop, onEvent in
            try await confirmed.send(
                asOf: choice.asOf,
                isPatient: patience.wait,
                stop: stop,
                onEvent: onEvent
            )
        }
        try Output.conclude(result, as: common.format)
    }

    private var respondent: Respondent {
        if let confirm { return .said("\(confirm)") }
        return .terminal(\.sendingPrompt)
    }
}
