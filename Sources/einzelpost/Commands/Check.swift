import ArgumentParser

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks whether everything is ready. Sends nothing.",
        discussion: """
            Reads the configuration and every template, opens the state directory, and goes as \
            far as MAIL FROM with the relay: connection, TLS, login, sender. No message is sent.
            """
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try Workspace(common)
        let report = try CheckReport(of: workspace)
        let relay = try await RelayCheck(workspace: workspace).run()
        report.show(relay: relay, format: common.format)
    }
}
