package import MailCore

extension PreviewReport {
    package var text: Printable {
        messages.map { message -> Printable in
            let (view, rows) = (message.view, message.rows.map(String.init))
            return """
                ──── \(message.why.words) (row \(rows.joined(separator: ", "))) ────
                From: \(view.from)
                To: \(view.to)
                Subject: \(view.subject)
                Date: \(view.date)

                \(Printable(lines: view.text))
                """
        }.joined(separator: "\n")
    }
}
