package import struct Foundation.Date
import GRDB
package import MailCore

/// What is recorded of a test mail: as of any other one, under other hashes.
///
/// docs/receipts.md lists the keys.
package struct TestFacts: Sendable {
    let detail: [String: String]
    /// Canonical JSON; leads to the mail in the relay's log.
    let receipt: String

    /// - Parameters:
    ///   - test: The number of the event that `beginTest` has recorded.
    ///   - submission: What came of it.
    ///   - session: The connection.
    ///   - began: Just before the submission began.
    ///   - ended: Just after.
    package init(
        of test: Int,
        _ submission: Submission,
        over session: RelaySession,
        began: Date,
        ended: Date
    ) {
        let (verdict, written) = (submission.verdict, submission.receipt)
        var detail = verdict.facts.merging(session.facts) { $1 }
        detail["test"] = String(test)
        detail["recipients"] = String(written.recipients)
        if written.octets > 0 { detail["body"] = "written" }
        self.detail = detail
        var facts = written.size.merging(verdict.reply?.rateFacts ?? [:]) { $1 }
        facts["began_at"] = began.eventTime
        facts["replied_at"] = verdict.reply.map { _ in ended.eventTime }
        // Only what the usual servers make up: a relay may call a message after its recipient.
        facts["queue_id"] = verdict.reply?.queueID.flatMap { QueueID.isUsual($0) ? $0 : nil }
        receipt = JSON.object(facts.mapValues { .text($0) }).canonicalText
    }

    /// What an event says of the receipt.
    static func hash(
        ofReceipt text: String,
        of campaign: String,
        in db: Database
    ) throws -> String {
        try PlanKey(in: db).hash("test receipt", text, of: campaign)
    }
}
