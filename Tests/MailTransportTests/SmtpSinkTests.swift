import Foundation
import MailCore
import MailTransport
import TestSupport
import Testing

/// The same faults against Postfix's own `smtp-sink`, where it is installed.
@Suite(.enabled(if: SmtpSink.isInstalled, "needs smtp-sink (package postfix)"))
struct SmtpSinkTests {
    /// `isRenewed` says that a connection that is over is followed by another.
    private func verdicts(
        sink arguments: String...,
        messages: Int = 3,
        isRenewed: Bool = false
    ) async throws -> [Verdict] {
        let sink = try await SmtpSink(arguments)
        defer { sink.stop() }
        let samples = (1...3).map { sampleMessage(to: "p\($0)@example.org", padding: 10_000) }
        if isRenewed { return try await submitAll(samples, toPort: sink.port) }
        let connection = RelayConnection(to: loopback(port: sink.port), timeouts: patient)
        _ = try await connection.open()
        let verdicts = await connection.submitAll((0..<messages).map { samples[$0 % 3] })
        await connection.close()
        return verdicts
    }

    @Test func `a thousand messages are accepted on one connection`() async throws {
        let verdicts = try await verdicts(messages: 1_000)
        #expect(verdicts.count { $0.acceptedCode == 250 } == 1_000)
    }

    @Test(arguments: ["-p", "-e"])
    func `without PIPELINING or ESMTP they are as well`(option: String) async throws {
        let verdicts = try await verdicts(sink: option)
        #expect(verdicts.map(\.acceptedCode) == [250, 250, 250])
    }

    @Test func `a sink that drops after the dot leaves one unknown`() async throws {
        let verdicts = try await verdicts(sink: "-q", ".")
        #expect(verdicts[0] == .unknown(.connectionLost))
        #expect(verdicts.dropFirst().allSatisfy { $0 == .deferred(.connectionLost) })
    }

    @Test(arguments: ["MAIL", "RCPT", "DATA"])
    func `a sink that drops before the body leaves none`(command: String) async throws {
        let verdicts = try await verdicts(sink: "-q", command)
        #expect(verdicts.allSatisfy { $0 == .deferred(.connectionLost) })
    }

    @Test func `a sink that refuses recipients for now defers each`() async throws {
        let verdicts = try await verdicts(sink: "-r", "RCPT")
        #expect(verdicts.map(\.deferredCode) == [450, 450, 450])
    }

    @Test func `a sink that refuses bodies for good refuses each`() async throws {
        let verdicts = try await verdicts(sink: "-f", ".", isRenewed: true)
        #expect(verdicts.map(\.refusedCode) == [500, 500, 500])
    }

    @Test func `a sink that says 421 is at fault`() async throws {
        let verdicts = try await verdicts(sink: "-Q", "RCPT")
        #expect(verdicts[0].faultCode == 421)
    }
}

/// Postfix's `smtp-sink` as a child process.
private final class SmtpSink {
    static let path = "/usr/sbin/smtp-sink"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    let port: Int
    private let process: ChildProcess

    init(_ arguments: [String]) async throws {
        port = try Loopback.freePort()
        // It gives up the rights of root, and insists on being told for whom.
        let user = getuid() == 0 ? ["-u", "nobody"] : []
        process = try ChildProcess(
            Self.path,
            user + arguments + ["127.0.0.1:\(port)", "100"]
        )
        // It tells nobody when it is ready, nor that it never will be.
        var tries = 0
        while !Loopback.accepts(port: port) {
            tries += 1
            guard tries < 6_000 else { throw CocoaError(.fileNoSuchFile) }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    deinit { process.signal(SIGKILL) }

    func stop() { process.signal(SIGKILL) }
}
