import Foundation
import GRDB
import MailCore

/// What is recorded of a verdict: what the relay answered, what was written, where and when.
///
/// All values are text; a key is left out when its value is unknown. docs/receipts.md lists them.
struct VerdictFacts {
    /// For the detail of its event.
    let detail: [String: String]
    /// What stands in no proof that is published, as its hash in the detail stands for it; nil in the
    /// first form, where it is part of the detail.
    let receipt: String?

    /// Must run inside a transaction that writes.
    init(
        _ outcome: DeliveryStep.Outcome,
        campaign: String,
        at now: Date,
        _ chain: inout ChainEnd,
        in db: Database
    ) throws {
        guard let salted = outcome.facts else {
            let key = try RecipientKey(of: campaign, in: db)
            (detail, receipt) = (Self.unsalted(outcome, key), nil)
            return
        }
        var facts = salted.detail
        facts["session"] = try outcome.circumstances.map { circumstances in
            let number = try circumstances.session.event {
                let session = Event(
                    .session,
                    campaign: campaign,
                    circumstances.session.relay.facts
                )
                return try chain.append(session, at: now)
            }
            return String(number)
        }
        (detail, receipt) = (facts, salted.receipt)
    }

    /// All but the number of the session's event, which only the journal knows; nil in the first form.
    ///
    /// Hashed by whoever brings the verdict, since all wait for the one who writes.
    init?(before outcome: DeliveryStep.Outcome) {
        guard let salt = outcome.delivery.message.hashes.salt else { return nil }
        let written = outcome.submission.receipt
        var facts = outcome.submission.verdict.facts
        facts["recipients"] = String(written.recipients)
        if written.octets > 0 { facts["body"] = "written" }
        facts["recipient"] = written.recipient.map(salt.hash)
        facts["digest"] = written.digest.map { salt.hash(ofDigest: $0.hex) }
        let receipt = Self.receipt(of: outcome, salt)
        facts["receipt"] = salt.hash(ofReceipt: receipt)
        (detail, self.receipt) = (facts, receipt)
    }

    /// What leads to the mail in the relay's log, or narrows down what it says.
    private static func receipt(of outcome: DeliveryStep.Outcome, _ salt: Salt) -> String {
        var facts = outcome.submission.receipt.size
        facts.merge(outcome.times) { $1 }
        facts.merge(outcome.submission.verdict.reply?.rateFacts ?? [:]) { $1 }
        if let queueID = outcome.submission.verdict.reply?.queueID {
            facts.merge(Self.queueID(queueID) { salt.hash(ofQueueID: queueID) }) { $1 }
        }
        return JSON.object(facts.mapValues { .text($0) }).canonicalText
    }

    /// As the first form has it, with nothing hashed under a salt.
    private static func unsalted(
        _ outcome: DeliveryStep.Outcome,
        _ key: RecipientKey
    ) -> [String: String] {
        let (verdict, written) = (outcome.submission.verdict, outcome.submission.receipt)
        var facts = verdict.facts
        facts["recipients"] = String(written.recipients)
        facts["recipient"] = written.recipient.map(key.hash)
        facts["digest"] = written.digest?.hex
        facts.merge(written.size) { $1 }
        facts.merge(outcome.times) { $1 }
        facts.merge(outcome.circumstances?.session.relay.facts ?? [:]) { $1 }
        if let queueID = verdict.reply?.queueID {
            facts.merge(Self.queueID(queueID) { key.hash(ofQueueID: queueID) }) { $1 }
        }
        return facts
    }

    /// A relay may call a message after its recipient: only what the usual servers make up is kept as
    /// it is.
    private static func queueID(_ text: String, hash: () -> String) -> [String: String] {
        QueueID.isUsual(text) ? ["queue_id": text] : ["queue_id_hash": hash()]
    }
}

extension VerdictFacts {
    /// What is left of a verdict in the journal.
    struct Kept {
        private let facts: [String: String]

        /// - Parameters:
        ///   - detail: Of its event, canonical JSON.
        ///   - receipt: Its receipt; nil where there is none, or where it was erased.
        init(detail: String, receipt: String?) {
            facts = [detail, receipt].compactMap(\.self).reduce(into: [:]) { facts, text in
                let part = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
                facts.merge(part ?? [:]) { $1 }
            }
        }

        /// Nil for a verdict without a reply.
        var verdict: Verdict? {
            guard let code = facts["code"].flatMap({ Int($0) }) else { return nil }
            let reply = Reply(
                code: code,
                enhancedCode: facts["enhanced"],
                retryAfter: facts["retry_after"].flatMap { Int($0) },
                isGreylisting: facts["greylisting"] != nil
            )
            switch facts["verdict"].flatMap(DeliveryEvent.init) {
            case .accepted: return .accepted(reply)
            case .deferred: return .deferred(.reply(reply))
            case .refused: return .refused(reply)
            default: return nil
            }
        }
    }
}

extension Reply {
    /// What it says of how fast we are.
    var rateFacts: [String: String] {
        var facts: [String: String] = [:]
        facts["retry_after"] = retryAfter.map { String($0) }
        if isGreylisting { facts["greylisting"] = "yes" }
        return facts
    }
}

extension Verdict {
    /// What the verdict itself tells, without what was written and where, and without the relay's
    /// name for the message.
    var facts: [String: String] {
        var facts = ["verdict": event.rawValue]
        facts["code"] = reply.map { String($0.code) }
        facts["enhanced"] = reply?.enhancedCode
        switch self {
        case .accepted, .refused, .deferred(.reply), .deferred(.doubtfulRefusal),
            .deferred(.sessionEnded), .deferred(.relayFault):
            break
        case .deferred(.connectionLost): facts["reason"] = StateReason.connectionLost.code
        case .unknown(let doubt): facts["reason"] = doubt.rawValue
        }
        return facts
    }
}

extension WireReceipt {
    var size: [String: String] {
        var facts = ["octets": String(octets)]
        facts["data"] = data?.hex
        return facts
    }
}

extension RelaySession {
    /// For the detail of a `session` event.
    var facts: [String: String] {
        var facts = ["relay": relay]
        facts["tls"] = tls?.version
        facts["cipher"] = tls?.cipher
        facts["certificate"] = tls?.certificate.hex
        facts["certificate_until"] = tls?.validUntil?.ISO8601Format()
        return facts
    }
}

extension DeliveryStep.Outcome {
    fileprivate var times: [String: String] {
        guard let circumstances else { return [:] }
        var facts = ["began_at": circumstances.began.eventTime]
        // A connection that was lost has replied nothing.
        facts["replied_at"] = submission.verdict.reply.map { _ in circumstances.ended.eventTime }
        return facts
    }
}

extension Date {
    /// ISO 8601 in UTC with milliseconds: `2021-03-16T08:10:00.123Z`.
    var eventTime: String {
        ISO8601Format(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
