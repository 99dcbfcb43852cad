import Foundation
import Glibc

/// A small SMTP server on loopback that misbehaves on command, and remembers what it was told.
///
/// Its answers are on record before they are sent: a test that has seen a verdict may ask at once,
/// without waiting. Every wait inside ends when the client hangs up or the relay is stopped; its
/// threads keep a relay alive until then.
///
/// `@unchecked Sendable`: everything that changes is read and written under `condition` alone.
package final class ScriptedRelay: @unchecked Sendable {
    /// A message whose final dot arrived.
    package struct Transaction: Hashable, Sendable {
        package let sender: String
        /// Every RCPT that was granted; a list here, because this side must be able to see a fault.
        package let recipients: [String]
        /// The bytes between DATA and the final dot, with the dots of RFC 5321 section 4.5.2 still
        /// in place.
        package let data: [UInt8]
        /// Counted from 0, in the order of their arrival.
        package let connection: Int
        /// What the relay answered; nil if it answered nothing.
        package let answer: Int?
    }

    package let port: Int
    private let script: RelayScript
    private let listener: Int32
    private let condition = NSCondition()
    private var descriptors: [Int: Int32] = [:]
    private var threads = 0
    private var isStopped = false
    private var mayProceed = false
    private var finished: [Transaction] = []
    private var received: [[UInt8]] = []
    private var told: [String] = []
    private var occasions: [RelayScript.Moment: Int] = [:]

    /// Listens on a free port of 127.0.0.1, unless a place is given.
    package init(
        _ script: RelayScript = RelayScript(),
        at place: Loopback.Place = Loopback.Place()
    ) throws {
        self.script = script
        (listener, port) = try Loopback.listen(at: place, receiveBuffer: script.receiveBuffer)
        start { $0.acceptConnections() }
    }

    /// All messages whose final dot arrived, in that order.
    package var transactions: [Transaction] { condition.withLock { finished } }

    /// Those that were answered with 2xx.
    package var accepted: [Transaction] {
        transactions.filter { (200..<300).contains($0.answer ?? 0) }
    }

    /// Every byte the relay read, one array a connection.
    package var rawBytes: [[UInt8]] { condition.withLock { received } }

    /// The same as one text, for searching.
    package var rawText: String { rawBytes.map { String(decoding: $0, as: UTF8.self) }.joined() }

    /// How many connections were opened so far.
    package var connections: Int { rawBytes.count }

    /// Every command line of all connections, without CRLF and without the lines of bodies.
    package var commands: [String] { condition.withLock { told } }

    /// Hangs up everywhere and returns when no thread is left.
    ///
    /// May be called twice.
    package func stop() {
        condition.withLock {
            guard !isStopped else { return }
            isStopped = true
            condition.broadcast()
            shutdown(listener, Int32(SHUT_RDWR))
            for descriptor in descriptors.values { shutdown(descriptor, Int32(SHUT_RDWR)) }
            while threads > 0 { condition.wait() }
            close(listener)
        }
    }

    /// Ends every `wait` of the script, and returns when no connection is left.
    ///
    /// Only for scripts that hang up behind it.
    package func proceedToHangUp() {
        condition.withLock {
            mayProceed = true
            condition.broadcast()
            while !descriptors.isEmpty { condition.wait() }
        }
    }

    func waitToProceed() {
        condition.withLock { while !mayProceed, !isStopped { condition.wait() } }
    }

    private func start(_ body: @escaping @Sendable (ScriptedRelay) -> Void) {
        condition.withLock { threads += 1 }
        let thread = Thread {
            body(self)
            self.condition.withLock {
                self.threads -= 1
                self.condition.broadcast()
            }
        }
        thread.start()
    }

    private func acceptConnections() {
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            guard let number = admit(descriptor) else { return }
            start { relay in
                ScriptedDialogue(on: descriptor, number: number, script: relay.script, of: relay)
                    .run()
                relay.condition.withLock {
                    relay.descriptors[number] = nil
                    _ = close(descriptor)
                }
            }
        }
    }

    private func admit(_ descriptor: Int32) -> Int? {
        condition.withLock {
            guard !isStopped else {
                _ = close(descriptor)
                return nil
            }
            let number = received.count
            received.append([])
            descriptors[number] = descriptor
            return number
        }
    }

    func note(_ bytes: ArraySlice<UInt8>, on connection: Int) {
        condition.withLock { received[connection].append(contentsOf: bytes) }
    }

    func note(command: String) { condition.withLock { told.append(command) } }

    func note(_ transaction: Transaction) { condition.withLock { finished.append(transaction) } }

    /// How often this moment has come on any connection, counted from 1.
    func nextOccasion(of moment: RelayScript.Moment) -> Int {
        condition.withLock {
            occasions[moment, default: 0] += 1
            return occasions[moment, default: 0]
        }
    }
}
