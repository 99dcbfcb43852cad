package import MailCore

/// A machine that falls asleep in the middle leaves messages of which nobody knows what became.
package struct StayAwake: Sendable {
    private let command: Printable

    /// Nil where nothing leaves this machine, so that no sleep can come between.
    ///
    /// - Parameters:
    ///   - command: What is typed, without the program's name.
    ///   - workspace: The authority.
    package init?(_ command: Printable, in workspace: Workspace) {
        let relay = workspace.settings.relay
        let url = try? RelayURL(host: relay.host, port: relay.port, isImplicitTLS: false)
        guard url?.isLoopback != true else { return nil }
        self.command = command
    }

    package var note: Sentence {
        Sentence(
            en:
                "This machine must stay awake until it is done. On a laptop: systemd-inhibit --what=sleep:shutdown "
                + "--why=Einzelpost einzelpost \(command)",
            de:
                "Dieser Rechner muss bis zum Ende wach bleiben. Auf einem Notebook: systemd-inhibit --what=sleep:shutdown "
                + "--why=Einzelpost einzelpost \(command)"
        )
    }
}
