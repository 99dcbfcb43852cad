import MailCore

extension CampaignExample {
    /// The file above, the message below: the eye compares line by line.
    var besideItsRows: Sentence {
        let earlier = before.map { Sentence(same: "  \($0.words)") }
        let other = otherPart.map { part in
            Sentence(
                en: "! The HTML part differs: \(part.difference)",
                de: "! Der HTML-Teil weicht ab: \(part.difference)"
            )
        }
        let said = [head] + lines.map { Sentence(same: "\($0)") } + [other].compactMap(\.self)
        return
            ([Sentence(same: "──── \(why) ────")] + rows.map(original) + earlier
            + said.map { Sentence(same: "    \($0)") }).lines
    }

    /// Shown once, to be read from the first word to the last.
    var whole: Sentence {
        let title = Sentence(
            en: "──── the whole message for \(why) ────",
            de: "──── die ganze Nachricht (\(why)) ────"
        )
        let other =
            otherPart.map { part in
                let title = Sentence(
                    en: "──── its HTML part says something else ────",
                    de: "──── Ihr HTML-Teil sagt etwas anderes ────"
                )
                return Sentence(same: "\n\(title)\n\(Printable(lines: part.text))")
            } ?? .empty
        return Sentence(
            en: "\(title)\nTo: \(to)\nSubject: \(subject)\n\n\(Printable(lines: text))\(other)",
            de: "\(title)\nAn: \(to)\nBetreff: \(subject)\n\n\(Printable(lines: text))\(other)"
        )
    }

    private var head: Sentence {
        Sentence(
            en: "To: \(to)\n    Subject: \(subject)",
            de: "An: \(to)\n    Betreff: \(subject)"
        )
    }

    private func original(_ row: OriginalRow) -> Sentence {
        let after = [row.site, row.reference].map { $0 ?? "–" }.joined(separator: " | ")
        let cells = Sentence(
            same: "\(name ?? "–") | \(address) | \(row.start.words) | \(after)"
        )
        return Sentence(
            en: "  row \(row.row)\(row.line.map { " (line \($0))" } ?? ""): \(cells)",
            de: "  Zeile \(row.row)\(row.line.map { " (Textzeile \($0))" } ?? ""): \(cells)"
        )
    }
}
