package import MailCore

extension PreviewReport: JSONPresentable {
    package var json: JSON {
        [
            "campaign": .text(campaign),
            "messages": .list(
                messages.map { message in
                    [
                        "message": .text(message.id), "why": .text("\(message.why)"),
                        "rows": .list(message.rows.map { .number($0) }),
                        "before": .list(message.before.map { .text($0.english) }),
                        "before_codes": message.before.codesJSON,
                        "from": .text(message.view.from), "to": .text(message.view.to),
                        "subject": .text(message.view.subject), "text": .text(message.view.text),
                        "html_text": .text(message.view.shownHTML),
                        "difference": .text(message.difference?.description),
                    ]
                }
            ),
        ]
    }
}
