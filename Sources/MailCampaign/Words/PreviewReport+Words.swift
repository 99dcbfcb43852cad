import MailCore

extension PreviewReport {
    package var text: String {
        messages.map { message in
            let (view, rows) = (message.view, message.rows.map(String.init))
            return """
                ──── \(message.why) (row \(rows.joined(separator: ", "))) ────
                From: \(view.from)
                To: \(view.to)
                Subject: \(view.subject)
                Date: \(view.date)

                \(view.text)
                """
        }.joined(separator: "\n")
    }
}
