import ArgumentParser

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
        try await Demonstration(output: output).run().end()
    }
}
