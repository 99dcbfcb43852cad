import Hummingbird
import HummingbirdCore
import Logging
import MailCampaign
import MailCore
import NIOCore

/// The pages on a port of this machine, or on a socket behind a reverse proxy.
package struct ConsoleServer: Sendable {
    package let desk: SendingDesk
    package let sessions: Sessions
    private let console: Console
    private let door: Door

    /// - Parameters:
    ///   - office: The use cases.
    ///   - door: By which way requests come; a port of 0 is any.
    ///   - example: Where an example file lies; nil for none.
    /// - Throws: `ConfigurationError`, `SettingsError`.
    package init(_ office: Office, at door: Door, example: String? = nil) throws {
        let surroundings = office.surroundings
        let facts = try OfficeFacts(of: office.places, in: surroundings)
        self.door = door
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
            door: door,
            example: example
        )
    }

    /// Half a header, or half a body, keeps no place for longer.
    private static let idle = TimeAmount.seconds(30)
    private static let mostConnections = 64

    /// Serves until the desk is closed; a run that is under way then comes to its end first.
    ///
    /// - Parameter onOpen: Called once, with the port; 0 for a socket.
    /// - Throws: `ServingError` for a place where no socket can be; what the system says of a port that cannot be had.
    package func run(onOpen: @escaping @Sendable (Int) async -> Void) async throws {
        let place = try socketPlace
        defer { place?.remove() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application(in: place, onOpen: onOpen).run() }
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

    /// Where the socket is; nil for a port.
    private var socketPlace: SocketPlace? {
        get throws {
            guard case .socket(let path, let trust) = door else { return nil }
            return try SocketPlace(at: path, for: trust)
        }
    }

    private var address: BindAddress {
        switch door {
        case .port(let port, _): .hostname("127.0.0.1", port: port)
        case .socket(let path, _): .unixDomainSocket(path: path)
        }
    }

    private func application(
        in place: SocketPlace?,
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
                address: address,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    Self.mostConnections,
                    logger: Self.silent
                )
            ),
            onServerRunning: { channel in
                switch door {
                case .port:
                    guard let port = channel.localAddress?.port else { return }
                    console.open(at: port)
                    await onOpen(port)
                case .socket:
                    console.open(at: nil)
                    // From now on the proxy can connect.
                    guard (try? place?.open()) != nil else { return await desk.close() }
                    await onOpen(0)
                }
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
