import NIOCore
import NIOPosix

/// Keeps and counts transactions for all connections, away from their event loops.
struct Archive: Sendable {
    let tally: Tally
    let fault: RehearsalFault
    private let folder: MessageFolder?
    // Its own pool, not the shared one: shutting it down waits for the last write.
    private let pool: NIOThreadPool

    init(_ keeping: RehearsalKeeping, fault: RehearsalFault) throws {
        switch keeping {
        case .nothing: folder = nil
        case .messages(let path): folder = try MessageFolder(path: path)
        }
        self.fault = fault
        tally = Tally()
        pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
    }

    /// The future brings the transaction's number when the reply to the dot may be sent.
    func keep(
        _ transaction: RehearsalTransaction,
        connection: Int,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Int> {
        let number = tally.nextNumber()
        return write(transaction, number: number, connection: connection, on: eventLoop)
            .flatMap {
                tally.count(transaction)
                return delayed(number, on: eventLoop)
            }
    }

    /// Writes that have begun are finished, those that have not never begin.
    func close() async {
        try? await pool.shutdownGracefully()
    }

    private func write(
        _ transaction: RehearsalTransaction,
        number: Int,
        connection: Int,
        on eventLoop: any EventLoop
    ) -> EventLoopFuture<Void> {
        // Submitted, not done at once: many messages in one packet must not become recursion.
        guard let folder else { return eventLoop.submit {} }
        return pool.runIfActive(eventLoop: eventLoop) {
            try folder.keep(transaction, number: number, connection: connection)
        }
    }

    private func delayed(_ number: Int, on eventLoop: any EventLoop) -> EventLoopFuture<Int> {
        switch fault {
        case .none, .refuse: eventLoop.makeSucceededFuture(number)
        case .delay(let duration):
            eventLoop.scheduleTask(in: TimeAmount(duration)) { number }.futureResult
        }
    }
}
