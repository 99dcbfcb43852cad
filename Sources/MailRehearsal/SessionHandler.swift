import NIOCore

/// Moves octets between one connection and its `RehearsalSession`.
///
/// The channel must not read by itself: the next octets are asked for when all replies to the
/// last ones are out, so a client that is faster than the disk waits in its own socket.
final class SessionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let archive: Archive
    private let connection: Int
    private var session: RehearsalSession

    init(archive: Archive, maximumSize: Int) {
        self.archive = archive
        connection = archive.tally.openConnection()
        session = RehearsalSession(maximumSize: maximumSize) {
            archive.tally.isRefused(by: archive.fault)
        }
    }

    func channelActive(context: ChannelHandlerContext) {
        advance(context, after: session.greeting)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        session.receive(unwrapInboundIn(data).readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        advance(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Takes all steps there are; their replies travel in one packet (RFC 2920 section 3.2).
    private func advance(_ context: ChannelHandlerContext, after reply: Reply? = nil) {
        var replies = reply?.wire ?? ""
        while let step = session.next() {
            switch step {
            case .reply(let reply): replies += reply.wire
            case .keep(let transaction): keep(transaction, context)
            case .close:
                send(replies, context).whenComplete { _ in context.close(promise: nil) }
                return
            }
        }
        _ = send(replies, context)
        if !session.isKeeping { context.read() }
    }

    private func keep(_ transaction: RehearsalTransaction, _ context: ChannelHandlerContext) {
        archive.keep(transaction, connection: connection, on: context.eventLoop)
            .assumeIsolated()
            .whenComplete { result in
                let reply = self.session.conclude(keptAs: try? result.get())
                if context.channel.isActive { self.advance(context, after: reply) }
            }
    }

    private func send(
        _ replies: String,
        _ context: ChannelHandlerContext
    ) -> EventLoopFuture<Void>.Isolated {
        guard !replies.isEmpty else {
            return context.eventLoop.makeSucceededVoidFuture().assumeIsolated()
        }
        let buffer = context.channel.allocator.buffer(string: replies)
        return context.writeAndFlush(wrapOutboundOut(buffer)).assumeIsolated()
    }
}
