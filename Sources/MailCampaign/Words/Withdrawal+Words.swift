package import MailCore

extension Withdrawal.Result {
    /// What was done, for people; the text is where the campaign stands now.
    package var notes: [Printable] {
        (rows > 0 ? ["\(rows.with("row")) left out, to be reached another way."] : [])
            + (messages > 0 ? ["\(messages.with("message")) withdrawn."] : [])
            + (isAnother
                ? ["The campaign has changed and must be approved again.", digest.note] : [])
    }

    package var text: Printable { status.text }
}
