import MailCore
import Testing

/// How far a submission came and what came back, against the verdict it must have.
struct VerdictTests {
    struct Row: Sendable {
        let stages: [SubmissionOutcome.Stage]
        let answer: SubmissionOutcome.Answer
        let verdict: Verdict
    }

    static let beforeDot: [SubmissionOutcome.Stage] = [.sender, .recipient, .data, .body]
    static let aboutMessage: [SubmissionOutcome.Stage] = [.recipient, .data, .finalDot]

    static func row(
        _ stages: [SubmissionOutcome.Stage],
        _ code: Int,
        _ verdict: (Reply) -> Verdict
    ) -> Row {
        let reply = Reply(code: code, enhancedCode: "5.1.1", queueID: nil)
        return Row(stages: stages, answer: .reply(reply), verdict: verdict(reply))
    }

    static let losses: [Row] = [
        Row(stages: beforeDot, answer: .connectionLost, verdict: .deferred(.connectionLost)),
        Row(stages: beforeDot, answer: .timeout, verdict: .deferred(.connectionLost)),
        Row(stages: beforeDot, answer: .notAReply, verdict: .deferred(.connectionLost)),
        Row(stages: [.finalDot], answer: .connectionLost, verdict: .unknown(.connectionLost)),
        Row(stages: [.finalDot], answer: .timeout, verdict: .unknown(.timeout)),
        Row(stages: [.finalDot], answer: .notAReply, verdict: .unknown(.notAReply)),
    ]

    static let accepting: [Row] =
        [200, 250, 251, 252, 299].map { row([.finalDot], $0) { .accepted($0) } }

    static let sessionCodes: [Row] =
        [500, 502, 503, 530, 534, 535, 538].flatMap { code in
            [
                row(beforeDot, code) { .deferred(.relayFault($0)) },
                row([.finalDot], code) { .refused($0) },
            ]
        } + [row(SubmissionOutcome.Stage.allCases, 421) { .deferred(.relayFault($0)) }]

    static let refusing: [Row] =
        [501, 504, 521, 541, 550, 551, 552, 553, 554, 555, 599].flatMap { code in
            [
                row(aboutMessage, code) { .refused($0) },
                row([.sender, .body], code) { .deferred(.relayFault($0)) },
            ]
        }

    static let deferring: [Row] =
        [400, 422, 450, 451, 452, 454, 499].flatMap { code in
            [
                row(aboutMessage, code) { .deferred(.reply($0)) },
                row([.sender, .body], code) { .deferred(.relayFault($0)) },
            ]
        }

    static let outOfStep: [Row] =
        [300, 334, 354].flatMap { code in
            [
                row(beforeDot, code) { _ in .deferred(.connectionLost) },
                row([.finalDot], code) { _ in .unknown(.notAReply) },
            ]
        } + [200, 250].map { row(beforeDot, $0) { _ in .deferred(.connectionLost) } }

    static let table = losses + accepting + sessionCodes + refusing + deferring + outOfStep

    @Test(arguments: table)
    func `every outcome has its verdict`(row: Row) {
        for stage in row.stages {
            #expect(Verdict(SubmissionOutcome(stage, row.answer)) == row.verdict)
        }
    }

    @Test func `before the final dot nothing is accepted, refused for a loss, or unknown`() {
        for stage in Self.beforeDot {
            for code in 200..<600 {
                switch Verdict(SubmissionOutcome(stage, .reply(Reply(code: code)))) {
                case .accepted, .unknown: Issue.record("\(stage) \(code)")
                case .refused, .deferred: continue
                }
            }
        }
    }

    @Test func `a refused or deferred recipient leaves the connection, a fault ends it`() {
        let reply = Reply(code: 450)
        #expect(!Verdict.accepted(reply).endsConnection)
        #expect(!Verdict.refused(reply).endsConnection)
        #expect(!Verdict.deferred(.reply(reply)).endsConnection)
        #expect(Verdict.deferred(.relayFault(reply)).endsConnection)
        #expect(Verdict.deferred(.connectionLost).endsConnection)
        #expect(Verdict.unknown(.timeout).endsConnection)
    }
}
