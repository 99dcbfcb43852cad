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
        return ([head] + unsent + erased + failures.map { "failed: \($0)" as Printable }).joined(
            separator: "\n"
        )
    }

    private func number(_ value: Int) -> Printable { Printable(value).leftPadded(to: 8) }
}
