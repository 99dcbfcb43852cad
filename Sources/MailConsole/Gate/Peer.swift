import Glibc
import NIOCore

/// Who is at the other end of a connection.
enum Peer: Sendable {
    /// A port of this machine; nil where there is none.
    case port(Int?)
    /// An account, as the kernel remembers it of whoever connected (unix(7), SO_PEERCRED); nil where it cannot be had.
    case account(UInt32?)

    /// - Parameter channel: The connection's own.
    init(of channel: any Channel) async {
        guard case .unixDomainSocket = channel.localAddress else {
            self = .port(channel.remoteAddress?.port)
            return
        }
        self = .account(await Self.account(of: channel))
    }

    private static func account(of channel: any Channel) async -> UInt32? {
        guard let provider = channel as? any SocketOptionProvider else { return nil }
        let asked: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        )
        guard let credentials = try? await asked.get(), credentials.process > 0 else { return nil }
        return credentials.user
    }

    /// `struct ucred`, which Glibc does not offer to Swift.
    private struct Credentials: Sendable {
        var process: Int32 = 0
        var user: UInt32 = 0
        var group: UInt32 = 0
    }
}
