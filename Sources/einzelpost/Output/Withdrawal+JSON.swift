import MailCampaign
import MailCore

extension Withdrawal.Result: ShapedReport {
    /// What was done, for people; the text is where the campaign stands now.
    var sentences: [String] {
        (rows > 0 ? ["\(rows.with("row")) left out, to be reached another way."] : [])
            + (messages > 0 ? ["\(messages.with("message")) withdrawn."] : [])
    }

    var text: String { status.text }

    var json: JSON { status.json.with(["digest": .text(digest.hex)]) }
}
