import ArgumentParser
import MailCampaign
import MailCore

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

    @OptionGroup var spoken: LanguageOption

    func run() async throws {
        let demonstration = Demonstration(output: output, surroundings: Live.surroundings)
        let outcome = try await SendingWatch.over { stop, onEvent in
            try await demonstration.run(stop: stop, onStep: show, onEvent: onEvent)
        }
        try Conclusion(outcome).end()
    }

    private func show(_ step: Demonstration.Step) throws {
        switch step {
        case .planned(let view):
            Terminal.note(view.change?.note)
            Terminal.show(Sentence(same: "\(view.text)\n"))
        case .sent(let result):
            for note in result.notes { Terminal.complain(note) }
            Output.show(result, as: .text)
        case .verified(let verified):
            try verified.writeReport()
            Terminal.show(verified.text)
            try verified.conclusion.end()
        }
    }
}
