import ArgumentParser
import MailCampaign

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the main job on an example: 1494 cancellations, one by one.",
        discussion: """
            The example schedule is planned, approved, sent to a mail server inside this program \
            and verified. Nothing leaves this machine, and everybody in it is made up.
            """
    )

    @Option(help: ArgumentHelp("A new folder for messages and report.", valueName: "dir"))
    var output: String = "demo-output"

    func run() async throws {
        let watch = SendingWatch()
        let signals = watch.stopOnSignal()
        var isOK = true
        let outcome = try await Demonstration(output: output, surroundings: Live.surroundings).run(
            onStep: { step in
                switch step {
                case .planned(let view):
                    view.noteChange()
                    Terminal.show(view.text + "\n")
                case .sent(let result): result.show(as: .text)
                case .verified(let verified):
                    isOK = verified.isOK
                    try verified.writeReport()
                    Terminal.show(verified.text)
                }
            },
            onEvent: watch.note
        )
        withExtendedLifetime(signals) {}
        try (isOK ? ExitStatus(outcome) : .refused).end()
    }
}
