package import MailCore

extension Withdrawal.Result: JSONPresentable {
    package var json: JSON { status.json.with(["digest": .text(digest.hex)]) }
}
