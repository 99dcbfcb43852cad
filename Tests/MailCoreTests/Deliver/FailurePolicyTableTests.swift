import Foundation
import MailCore
import Testing

/// The table “What a verdict does” as docs/delivery-states.md prints it.
struct FailurePolicyTableTests {
    private static let now = Date(timeIntervalSince1970: 1_615_820_400)

    /// The cells of one row.
    struct Row: Sendable, CustomStringConvertible {
        let at: String
        let says: String
        let opinion: String
        let effects: [String]

        var description: String { "\(at) \(says) \(opinion)" }
    }

    private static func rows() throws -> [Row] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = root.appending(path: "docs/delivery-states.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        return lines.drop { !$0.hasPrefix("| At |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
            .map { line in
                let cells = line.dropFirst().dropLast().split(
                    separator: "|",
                    omittingEmptySubsequences: false
                ).map { $0.trimmingCharacters(in: .whitespaces) }
                return Row(
                    at: cells[0],
                    says: cells[1],
                    opinion: cells[2],
                    effects: Array(cells[3...])
                )
            }
    }

    private static func stage(_ word: String) -> SubmissionOutcome.Stage? {
        switch word {
        case "MAIL": .sender
        case "RCPT": .recipient
        case "DATA": .data
        case "body": .body
        case "dot": .finalDot
        default: nil
        }
    }

    private static func answer(_ words: String) -> SubmissionOutcome.Answer? {
        if words == "hangs up" { return .connectionLost }
        let parts = words.split(separator: " ").map(String.init)
        guard let code = parts.first.flatMap({ Int($0) }) else { return nil }
        return .reply(Reply(code: code, enhancedCode: parts.dropFirst().first))
    }

    private static func opinion(_ word: String) -> SecondOpinion.Opinion? {
        switch word {
        case "": .open
        case "the recipient": .recipient
        case "the session": .session(.recipients(SecondOpinion.crowd))
        default: nil
        }
    }

    /// What the policy does, in the words of the table.
    private static func effects(_ actions: FailurePolicy.Actions) -> [String] {
        let message =
            switch actions.fate {
            case .settled: "settled"
            case .retry(let due): "again in \(Int(due.timeIntervalSince(now))) s"
            case .setAside: "set aside"
            case .expired: "expired"
            }
        let relay =
            switch actions.relay {
            case .goOn: "goes on"
            case .keepWaiting, .hold: "waits"
            case .stop: "stops"
            }
        let connection = actions.connection == .keep ? "kept" : "closed"
        return [actions.verdict.event.rawValue, message, connection, relay]
    }

    @Test func `the policy does what the table says`() throws {
        let rows = try Self.rows()
        #expect(rows.count == 25)
        for row in rows {
            let stage = try #require(Self.stage(row.at), "\(row)")
            let answer = try #require(Self.answer(row.says), "\(row)")
            let actions = FailurePolicy.standard.actions(
                after: Verdict(SubmissionOutcome(stage, answer)),
                try #require(Self.opinion(row.opinion), "\(row)"),
                on: .init(attempts: 0, appointment: Self.now.addingTimeInterval(86_400)),
                relay: .init(hasConnected: true),
                now: Self.now
            )
            #expect(Self.effects(actions) == row.effects, "\(row)")
        }
    }
}
