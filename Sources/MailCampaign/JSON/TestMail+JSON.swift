package import MailCore

extension TestMail.Result: JSONPresentable {
    package var conclusion: Conclusion { .done(verdict.event != .accepted) }

    package var json: JSON {
        [
            "campaign": .text(campaign), "row": .number(row), "to": .text(address.text),
            "verdict": .text(verdict.event.rawValue),
            "code": verdict.reply.map { .number($0.code) } ?? .null,
            "enhanced": .text(verdict.reply?.enhancedCode),
            "reason": .text(verdict.reason?.words),
            "day_made_up": .bool(isDayMadeUp), "site_made_up": .bool(isSiteMadeUp),
        ]
    }
}
