package import MailCore

extension PreviewReport {
    package var text: Sentence { messages.map(\.words).lines }
}

extension PreviewReport.Message {
    fileprivate var words: Sentence {
        let rows = rows.map(String.init).joined(separator: ", ")
        let earlier = before.map { Sentence(same: "\($0.words)\n") }.joined()
        let (from, to, subject, date) = (view.from, view.to, view.subject, view.date)
        return Sentence(
            en: """
                ──── \(why.words) (row \(rows)) ────
                \(earlier)From: \(from)
                To: \(to)
                Subject: \(subject)
                Date: \(date)

                \(Printable(lines: view.text))
                """,
            de: """
                ──── \(why.words) (Zeile \(rows)) ────
                \(earlier)Von: \(from)
                An: \(to)
                Betreff: \(subject)
                Datum: \(date)

                \(Printable(lines: view.text))
                """
        ) + (difference.map { view.words(of: $0) } ?? .empty)
    }
}

extension MessageView {
    /// The HTML part as text, where it says something else.
    func words(of difference: PartsDifference) -> Sentence {
        let title = Sentence(
            en: "──── the HTML part of this message says something else ────",
            de: "──── Der HTML-Teil dieser Nachricht sagt etwas anderes ────"
        )
        return Sentence(
            same: """

                \(title)
                \(difference)

                \(Printable(lines: shownHTML ?? ""))
                """
        )
    }
}
