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
                row([.sender], code) { .deferred(.relayFault($0)) },
                row([.recipient, .data], code) { .deferred(.doubtfulRefusal($0)) },
                row([.body], code) { .deferred(.sessionEnded($0)) },
                row([.finalDot], code) { .refused($0) },
            ]
        } + [
            row([.sender], 421) { .deferred(.relayFault($0)) },
            row([.recipient, .data, .body, .finalDot], 421) { .deferred(.sessionEnded($0)) },
        ]

    static let refusing: [Row] =
        [501, 504, 521, 541, 550, 551, 552, 553, 554, 555, 599].flatMap { code in
            [
                row(aboutMessage, code) { .refused($0) },
                row([.sender], code) { .deferred(.relayFault($0)) },
                row([.body], code) { .deferred(.sessionEnded($0)) },
            ]
        }

    static let deferring: [Row] =
        [400, 422, 450, 451, 452, 454, 499].flatMap { code in
            [
                row(aboutMessage, code) { .deferred(.reply($0)) },
                row([.sender], code) { .deferred(.relayFault($0)) },
                row([.body], code) { .deferred(.sessionEnded($0)) },
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
        #expect(Verdict.deferred(.sessionEnded(reply)).endsConnection)
        #expect(!Verdict.deferred(.doubtfulRefusal(Reply(code: 554))).endsConnection)
        #expect(Verdict.deferred(.doubtfulRefusal(Reply(code: 503))).endsConnection)
        #expect(Verdict.deferred(.connectionLost).endsConnection)
        #expect(Verdict.unknown(.timeout).endsConnection)
    }

    @Test(arguments: [
        (550, "5.1.1", true), (550, "5.1.10", true), (554, "5.2.1", true), (552, "5.2.2", true),
        (550, nil, false), (550, "5.7.1", false), (554, "5.7.1", false), (504, "5.5.2", false),
        (503, "5.1.1", false), (450, "4.1.1", false), (550, "5.4.1", false), (550, "5.1.8", false),
    ])
    func `only a mailbox that is not there is certainly about the recipient`(
        code: Int,
        enhancedCode: String?,
        isAboutMailbox: Bool
    ) {
        let reply = Reply(code: code, enhancedCode: enhancedCode)
        #expect(reply.isAboutMailbox == isAboutMailbox)
    }

    @Test(arguments: [
        ("450 4.7.1 try again in 300 seconds", 300), ("451 4.7.1 Greylisted for 5 minutes", 300),
        ("451 4.7.1 please come back in 00:05:00", 300), ("450 retry after 60 sec.", 60),
        ("450 4.2.0 try again in 1 hour", 3_600), ("450 4.2.0 later", nil),
        ("450 4.1.1 no room for erika 5", nil), ("451 in a minute", nil),
        ("550 5.7.1 blocked for 5 minutes", nil),
    ])
    func `a relay that says when to come back is heard`(line: String, seconds: Int?) throws {
        var reader = ReplyReader()
        reader.push(Array((line + "\r\n").utf8))
        let reply = try #require(try reader.next())
        #expect(Reply(reply).retryAfter == seconds)
    }
}
