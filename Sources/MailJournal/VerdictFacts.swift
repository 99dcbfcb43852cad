import Foundation
import GRDB
import MailCore

/// The detail of a `verdict` event: what the relay answered, what was written, where and when.
///
/// All values are text; a key is left out when its value is unknown. docs/receipts.md lists them.
struct VerdictFacts {
    let detail: [String: String]

    /// Must run inside a transaction that writes.
    init(_ outcome: DeliveryStep.Outcome, campaign: String, in db: Database) throws {
        let submission = outcome.submission
        var facts = submission.verdict.facts
        facts.merge(submission.receipt.facts) { $1 }
        facts.merge(outcome.circumstances?.facts(of: submission.verdict) ?? [:]) { $1 }
        facts["recipient"] = try submission.receipt.recipient.map {
            try RecipientKey(of: campaign, in: db).hash(of: $0)
        }
        detail = facts
    }
}

extension Verdict {
    /// What the verdict itself tells, without what was written and where.
    var facts: [String: String] {
        var facts = ["verdict": event.rawValue]
        facts["code"] = reply.map { String($0.code) }
        facts["enhanced"] = reply?.enhancedCode
        facts["queue_id"] = reply?.queueID
        switch self {
        case .accepted, .refused, .deferred(.reply), .deferred(.doubtfulRefusal),
            .deferred(.sessionEnded), .deferred(.relayFault):
            break
        case .deferred(.connectionLost): facts["reason"] = "connection lost"
        case .unknown(let doubt): facts["reason"] = doubt.rawValue
        }
        return facts
    }
}

extension WireReceipt {
    /// Without the recipient, which needs the campaign's key.
    fileprivate var facts: [String: String] {
        var facts = ["recipients": String(recipients), "octets": String(octets)]
        facts["data"] = data?.hex
        facts["digest"] = digest?.hex
        return facts
    }
}

extension DeliveryStep.Circumstances {
    fileprivate func facts(of verdict: Verdict) -> [String: String] {
        var facts = ["relay": session.relay, "began_at": began.eventTime]
        // A connection that was lost has replied nothing.
        facts["replied_at"] = verdict.reply.map { _ in ended.eventTime }
        facts["tls"] = session.tls?.version
        facts["cipher"] = session.tls?.cipher
        facts["certificate"] = session.tls?.certificate.hex
        facts["certificate_until"] = session.tls?.validUntil?.ISO8601Format()
        return facts
    }
}

extension Date {
    /// ISO 8601 in UTC with milliseconds: `2021-03-16T08:10:00.123Z`.
    fileprivate var eventTime: String {
        ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
