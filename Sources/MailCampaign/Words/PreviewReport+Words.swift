package import MailCore

extension PreviewReport {
    package var text: Printable {
        messages.map { message -> Printable in
            let (view, rows) = (message.view, message.rows.map(String.init))
            return """
                ──── \(message.why.words) (row \(rows.joined(separator: ", "))) ────
                \(message.before.map { "\($0)\n" as Printable }.joined())From: \(view.from)
                To: \(view.to)
                Subject: \(view.subject)
                Date: \(view.date)

                \(Printable(lines: view.text))
                """ + (message.difference.map { view.words(of: $0) } ?? "")
        }.joined(separator: "\n")
    }
}

extension MessageView {
    /// The HTML part as text, where it says something else.
    func words(of difference: PartsDifference) -> Printable {
        """

        ──── the HTML part of this message says something else ────
        \(difference)

        \(Printable(lines: shownHTML ?? ""))
        """
    }
}
