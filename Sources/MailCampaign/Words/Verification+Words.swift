package import MailCore
import MailJournal

extension Verification {
    package var text: Printable {
        let head: Printable = """
            \(campaign.id): \(isOK ? "all promises that can be checked here are kept" : "FAILED")
            \(number(messages))  messages
            \(number(evidence.transactions))  SMTP transactions accepted by the relay
            \(number(evidence.maxRecipients))  recipient per transaction, at most
            \(number(evidence.tally.sameRecipients))  of them whose RCPT, as written, was compared with the plan
            \(number(evidence.tally.sameDigests))  of them whose octets, as written, were compared with the plan
            \(number(foreignValues))  foreign values found in them
            merkle root \(evidence.merkleRoot)
            chain head \(evidence.chainHead)
            """
        let erased: [Printable] =
            rendered == 0 && messages > 0
            ? ["The personal data is not there any more, so no message was written again."] : []
        let unsent: [Printable] =
            evidence.transactions == 0 && messages > 0
            ? ["Nothing has been sent, so this says nothing about what went to people."] : []
        let failed = failures.map { "failed: \($0)" as Printable }
        return ([head] + unsent + erased + failed + advice).joined(separator: "\n")
    }

    /// What to do now, in the order in which it must be done.
    private var advice: [Printable] {
        guard !isOK else { return [] }
        return [
            """

            What to do now:
              1. Send nothing more of it, and change nothing: keep journal, key store and witness as they are.
              2. Tell whoever is responsible for data protection. They freeze it, and get a draft of the report for which
                 the law gives 72 hours: einzelpost incident \(campaign.id) --aware-at TIME
              3. Let whoever runs this machine look at what failed.
            """
        ]
    }

    private func number(_ value: Int) -> Printable { Printable(value).leftPadded(to: 8) }
}
