import Hummingbird
import HummingbirdCore
import Logging
import MailCampaign
import MailCore
import NIOCore

/// The pages on a port of this machine.
package struct ConsoleServer: Sendable {
    package let desk: SendingDesk
    package let sessions: Sessions
    private let console: Console
    private let port: Int

    /// - Parameters:
    ///   - office: The use cases.
    ///   - port: 0 for any.
    ///   - users: Accounts of this machine that may come to the pages.
    ///   - example: Where an example file lies; nil for none.
    /// - Throws: `ConfigurationError`, `SettingsError`.
    package init(_ office: Office, port: Int, users: Set<UInt32>, example: String?) throws {
        let surroundings = office.surroundings
        let facts = try OfficeFacts(of: office.places, in: surroundings)
        self.port = port
        desk = SendingDesk(of: office)
        sessions = Sessions(
            randomness: surroundings.randomness,
            elapsed: surroundings.elapsed,
            language: facts.language ?? .de
        )
        console = Console(
            office,
            desk: desk,
            facts: facts,
            sessions: sessions,
            users: users,
            example: example
        )
    }

    /// Half a header, or half a body, keeps no place for longer.
    private static let idle = TimeAmount.seconds(30)
    private static let mostConnections = 64

    /// Serves until the desk is closed; a run that is under way then comes to its end first.
    ///
    /// - Parameter onOpen: Called once, with the port.
    /// - Throws: What the system says of a port that cannot be had.
    package func run(onOpen: @escaping @Sendable (Int) async -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application(onOpen: onOpen).run() }
            group.addTask { await desk.run() }
            group.addTask {
                await console.lookAtEverything()
                await console.sweep()
            }
            // The desk is closed, or the port cannot be had.
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func application(
        onOpen: @escaping @Sendable (Int) async -> Void
    ) -> Application<Console> {
        Application(
            responder: console,
            server: .http1(
                configuration: .init(
                    idleTimeout: Self.idle,
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1_024,
                        maxHeaderListSize: 16 * 1_024,
                        maxHeaderFieldCount: 64
                    )
                )
            ),
            configuration: .init(
                address: .hostname("127.0.0.1", port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    Self.mostConnections,
                    logger: Self.silent
                )
            ),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                console.open(at: port)
                await onOpen(port)
            },
            logger: Self.silent
        )
    }

    /// Addresses of pages name campaigns, and errors could name people: nothing is logged.
    private static let silent = Logger(label: "console") { _ in SwiftLogNoOpLogHandler() }
}

extension Console {
    /// Takes away what nobody has planned in time.
    func sweep() async {
        while !Task.isCancelled {
            await office.surroundings.sleep(.seconds(60))
            shelf.sweep()
        }
    }
}
