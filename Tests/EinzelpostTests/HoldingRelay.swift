import Glibc
import Synchronization
import TestSupport
import Testing

/// `Tests/Oracles/holding_relay.py` as a child process: a relay with a record of its own.
final class HoldingRelay: Sendable {
    /// A message the relay has taken.
    struct Accepted: Hashable {
        let id: String
        let recipients: [String]
    }

    let port: Int
    private let process: ChildProcess
    private let asked = Atomic(0)

    convenience init(_ arguments: String...) async throws {
        try await self.init(arguments)
    }

    init(_ arguments: [String]) async throws {
        process = try ChildProcess(
            "python3",
            [Checkout.oracle("holding_relay.py")] + arguments
        )
        try await process.output.wait { !$0.isEmpty }
        port = try #require(process.output.lines.first.flatMap { Int($0) })
    }

    /// The relay ends with its standard input.
    deinit { process.closeInput() }

    /// Waits until it stands still at the moment it was told.
    func holding() async throws {
        try await process.output.wait { $0.contains { $0.hasPrefix("holding ") } }
    }

    /// From now on it takes so many messages in all; who begins another one waits until ``takeAll()``.
    ///
    /// So a test can stop a program in the middle of a campaign, however fast it sends.
    func take(only count: Int) throws {
        try process.write(line: "only \(count)")
    }

    func takeAll() throws {
        try process.write(line: "all")
    }

    /// Ends a sending program by a signal when so many messages have been taken in all.
    ///
    /// What is in flight goes through: at most one more for each connection is taken.
    func interrupt(
        _ sending: ChildProcess,
        by signal: Int32 = SIGINT,
        after count: Int
    ) async throws {
        try take(only: count)
        try await accepted(atLeast: count)
        sending.signal(signal)
        try await sending.errors.wait { $0.contains { $0.hasPrefix("Stopping: ") } }
        try takeAll()
    }

    /// Waits until it has taken so many messages.
    func accepted(atLeast count: Int) async throws {
        try await process.output.wait { lines in
            lines.count { $0.hasPrefix("accepted ") } >= count
        }
    }

    /// Drops the connection that stands still.
    func letGo() throws {
        try process.write(line: "go")
    }

    /// What it has taken so far, in its own words and their order.
    func taken() async throws -> [Accepted] {
        try await told().filter { $0.hasPrefix("accepted ") }.map { line in
            let words = line.split(separator: " ").map(String.init)
            // `<id@host>`; the program shows the id alone.
            let id = words[1].drop { $0 == "<" }.prefix { $0 != "@" }
            return Accepted(id: String(id), recipients: Array(words.dropFirst(2)))
        }
    }

    /// The Message-IDs of what it has taken so far.
    func takenIDs() async throws -> [String] { try await taken().map(\.id) }

    /// How many connections were made to it so far.
    func connections() async throws -> Int { try await told().count { $0 == "connected" } }

    /// Every line of its record; what it wrote last may still be in the pipe, so it is asked.
    private func told() async throws -> [String] {
        let question = asked.wrappingAdd(1, ordering: .relaxed).newValue
        try process.write(line: "ask \(question)")
        try await process.output.wait { $0.contains("heard ask \(question)") }
        return process.output.lines
    }
}
