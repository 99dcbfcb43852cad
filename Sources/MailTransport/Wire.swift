import Glibc
import MailCore

/// The bytes of one open connection: writes, and replies read, each with a limit in time.
///
/// It knows replies and deadlines, but no command.
final class Wire {
    /// How a write ended.
    struct Written {
        /// Bytes the kernel took.
        ///
        /// The relay can have seen no byte behind them.
        let count: Int
        /// Why the rest was not written; nil if all was.
        let interruption: SubmissionOutcome.Answer?
    }

    /// One TLS record (RFC 8446 section 5.1), so that a send either hands over the whole block or
    /// nothing the relay could decrypt, and `Written.count` is exact with TLS as well.
    private static let blockSize = 16_384

    private let curl: CurlHandle
    private let socket: Int32
    private let timeouts: RelayTimeouts
    private var reader = ReplyReader()
    private var buffer = [UInt8](repeating: 0, count: 16_384)

    init(_ curl: CurlHandle, socket: Int32, timeouts: RelayTimeouts) {
        self.curl = curl
        self.socket = socket
        self.timeouts = timeouts
    }

    func abandon() { curl.abandon() }

    /// Whether the relay has said nothing that is still unread, and not hung up.
    func isQuiet() -> Bool {
        guard reader.isEmpty, case .again = pull() else { return false }
        return true
    }

    /// Whether it stays so for a while.
    func staysQuiet(for duration: Duration) -> Bool {
        isQuiet() && !(wait(for: POLLIN, until: Deadline(in: duration)) && !isQuiet())
    }

    /// The next complete reply, or why there is none.
    func reply(within timeout: Duration) -> SubmissionOutcome.Answer {
        let deadline = Deadline(in: timeout)
        while true {
            do throws(ReplyFault) {
                if let lines = try reader.next() { return .reply(Reply(lines)) }
            } catch {
                return .notAReply
            }
            // TLS may hold decrypted bytes that `poll` cannot see: read first, then wait.
            switch pull() {
            case .moved: continue
            case .ended: return .connectionLost
            case .again:
                guard wait(for: POLLIN, until: deadline) else { return .timeout }
            }
        }
    }

    /// Writes commands.
    func write(_ bytes: [UInt8]) -> Written {
        write(bytes, finalDot: nil, beforeDot: {})
    }

    /// Writes a body, its final dot, and what may travel behind it.
    ///
    /// - Parameters:
    ///   - bytes: All that is to be written.
    ///   - finalDot: Where the dot stands in `bytes`. Up to there the relay has nothing to say:
    ///     whatever it says stops the write, so that the dot never leaves.
    ///   - beforeDot: Runs once, before the first block that holds the dot is handed over.
    /// - Returns: How many bytes left, and why not all of them.
    func write(_ bytes: [UInt8], finalDot: Int?, beforeDot: () -> Void) -> Written {
        // The pointer stays the same for the whole write, as TLS needs it after `again`.
        unsafe bytes.withUnsafeBytes { all in
            var count = 0
            var dotIsDue = finalDot != nil
            var deadline = Deadline(in: timeouts.block)
            while count < all.count {
                if let finalDot, count <= finalDot, let answer = interruption() {
                    return Written(count: count, interruption: answer)
                }
                let end = min(count + Self.blockSize, all.count)
                if dotIsDue, let finalDot, finalDot < end {
                    beforeDot()
                    dotIsDue = false
                }
                switch unsafe curl.send(UnsafeRawBufferPointer(rebasing: all[count..<end])) {
                case .moved(let moved):
                    count += moved
                    deadline = Deadline(in: timeouts.block)
                case .ended:
                    let isBeforeDot = finalDot.map { count <= $0 } ?? false
                    let lastWord = isBeforeDot ? lastWord() : nil
                    return Written(count: count, interruption: lastWord ?? .connectionLost)
                case .again:
                    guard wait(for: POLLIN | POLLOUT, until: deadline) else {
                        return Written(count: count, interruption: .timeout)
                    }
                    // Replies to what already left must not pile up: the relay may wait for us.
                    if case .ended = pull() {
                        return Written(count: count, interruption: .connectionLost)
                    }
                }
            }
            return Written(count: count, interruption: nil)
        }
    }

    /// What the relay said although nothing is asked; nil if it is silent.
    ///
    /// Half a reply counts: its other half would later pass for the answer to the dot.
    private func interruption() -> SubmissionOutcome.Answer? {
        isQuiet() ? nil : reply(within: timeouts.farewell)
    }

    /// What the relay said before it hung up in the middle of a body.
    ///
    /// It may do both between the look for it and the next block, whose write fails then.
    private func lastWord() -> SubmissionOutcome.Answer? {
        guard case .reply(let reply) = reply(within: .zero) else { return nil }
        return .reply(reply)
    }

    private func pull() -> CurlHandle.Transfer {
        // The buffer is lent for this call only.
        let result = unsafe buffer.withUnsafeMutableBytes { unsafe curl.receive(into: $0) }
        if case .moved(let count) = result { reader.push(buffer[..<count]) }
        return result
    }

    /// False when the time is over.
    private func wait(for events: Int32, until deadline: Deadline) -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
        while true {
            // `poll` writes to the one descriptor given.
            let ready = unsafe poll(&descriptor, 1, deadline.milliseconds)
            if ready > 0 { return true }
            // A signal is no reason to give up.
            guard ready < 0, errno == EINTR else { return false }
        }
    }
}
