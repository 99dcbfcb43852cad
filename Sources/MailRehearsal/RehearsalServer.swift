import NIOCore
import NIOPosix

/// The built-in mail server: real SMTP on loopback, and nothing is sent on.
///
/// It is what `send --rehearse` and `demo` talk to instead of the relay, and the witness that
/// every transaction had one recipient.
package struct RehearsalServer: Sendable {
    /// What a large relay accepts: 25 MiB.
    package static let usualMaximumSize = 26_214_400

    /// The port on 127.0.0.1 that the server listens on.
    package let port: Int

    private let listener: any Channel
    private let connections: OpenChannels
    private let archive: Archive

    /// Starts a server, which runs until `stop()`.
    ///
    /// - Parameters:
    ///   - keeping: where accepted transactions go.
    ///   - port: 0 takes any free one.
    ///   - fault: what the server does wrong on purpose.
    ///   - maximumSize: the longest message it accepts, in octets; announced as SIZE.
    /// - Returns: the running server, which already accepts connections.
    /// - Throws: `RehearsalError` for the directory, `IOError` for the port.
    package static func start(
        keeping: RehearsalKeeping,
        port: Int = 0,
        fault: RehearsalFault = .none,
        maximumSize: Int = usualMaximumSize
    ) async throws -> RehearsalServer {
        let archive = try Archive(keeping, fault: fault)
        let connections = OpenChannels()
        do {
            let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.autoRead, value: false)
                .childChannelInitializer { channel in
                    connections.add(channel)
                    return channel.eventLoop.makeCompletedFuture {
                        let handler = SessionHandler(archive: archive, maximumSize: maximumSize)
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                }
                .bind(host: "127.0.0.1", port: port)
                .get()
            return RehearsalServer(listener, connections, archive)
        } catch {
            await archive.close()
            throw error
        }
    }

    private init(_ listener: any Channel, _ connections: OpenChannels, _ archive: Archive) {
        self.listener = listener
        self.connections = connections
        self.archive = archive
        port = listener.localAddress?.port ?? 0
    }

    /// What the server has seen so far; after `stop()`, all it will ever have seen.
    package var summary: RehearsalSummary { archive.tally.summary }

    /// Closes the port and all connections; when it returns, no file changes any more.
    ///
    /// A message whose reply was not out yet may have been kept: its sender cannot know.
    package func stop() async {
        try? await listener.close()
        await connections.close()
        await archive.close()
    }
}
