package import MailCore

extension Sending.Result: JSONPresentable {
    package var conclusion: Conclusion { Conclusion(outcome) }

    package var text: Printable { status.text }

    package var json: JSON { status.json }
}
