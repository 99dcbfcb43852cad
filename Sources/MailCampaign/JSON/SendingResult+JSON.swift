package import MailCore

extension Sending.Result: JSONPresentable {
    package var conclusion: Conclusion { Conclusion(outcome) }

    package var text: Sentence { status.text }

    package var json: JSON { status.json }
}
