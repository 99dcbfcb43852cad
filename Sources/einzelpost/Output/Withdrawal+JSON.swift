import MailCampaign
import MailCore

extension Withdrawal.Result: ShapedReport {
    var json: JSON { status.json.with(["digest": .text(digest.hex)]) }
}
