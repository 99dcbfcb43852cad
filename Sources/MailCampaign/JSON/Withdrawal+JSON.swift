package import MailCore

extension Withdrawal.Result: ShapedReport {
    package var json: JSON { status.json.with(["digest": .text(digest.hex)]) }
}
