import MailCampaign
import MailCore

extension PreviewReport: ShapedReport {
    var text: String {
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

    var json: JSON {
        [
            "campaign": .text(campaign),
            "messages": .list(
                messages.map { message in
                    [
                        "message": .text(message.id), "why": .text("\(message.why)"),
                        "rows": .list(message.rows.map { .number($0) }),
                        "from": .text(message.view.from), "to": .text(message.view.to),
                        "subject": .text(message.view.subject), "text": .text(message.view.text),
                    ]
                }
            ),
        ]
    }
}
