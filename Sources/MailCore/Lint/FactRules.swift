import struct Foundation.URLComponents

/// C-04, C-06, C-09, C-10, C-11 and A-02: what a message must say, in both parts.
enum FactRules {
    static func findings(
        in sheets: LetterSheets,
        authority: Authority,
        hosts: Set<String>
    ) -> [LintFinding] {
        sheets.bodies.flatMap { required(in: $0) }
            + ownPages(of: authority, hosts: hosts)
            + sameFacts(sheets)
            + size(sheets)
            + firstWords(sheets)
            + language(sheets)
    }

    private static func required(in sheet: TemplateSheet) -> [LintFinding] {
        func missing(_ rule: LintRule, _ names: [Placeholder], _ advice: String) -> [LintFinding] {
            names.contains { sheet.placeholders.contains($0.rawValue) }
                ? []
                : [
                    LintFinding(
                        rule,
                        file: sheet.file,
                        "\(names[0].rawValue) is missing.",
                        advice: advice
                    )
                ]
        }
        let channel =
            sheet.written.localizedCaseInsensitiveContains("e-mail")
            ? []
            : [
                LintFinding(
                    .imprint,
                    file: sheet.file,
                    "the message does not say that it is an e-mail from the authority.",
                    advice: "Write: “Diese E-Mail wurde automatisch verschickt.”"
                )
            ]
        return missing(
            .appointmentFacts,
            [.datum],
            "Put {{datum}} between {{#termine}} and {{/termine}}."
        )
            + missing(.appointmentFacts, [.uhrzeit], "Put {{uhrzeit}} behind {{datum}}.")
            + place(in: sheet)
            + missing(.imprint, [.behoerde], "Name the authority: {{behoerde}}, {{anschrift}}.")
            + missing(.imprint, [.anschrift], "Give the postal address: {{anschrift}}.")
            + missing(.imprint, [.impressum], "Add: Impressum: {{impressum}}")
            + missing(.imprint, [.datenschutz], "Add: Datenschutz: {{datenschutz}}")
            + missing(
                .imprint,
                [.hotline, .telefon],
                "Say whom to call: {{hotline}}, {{hotline_zeiten}}."
            )
            + channel
    }

    /// A warning only: an authority with one site may write it out.
    private static func place(in sheet: TemplateSheet) -> [LintFinding] {
        guard !sheet.placeholders.contains(Placeholder.ort.rawValue) else { return [] }
        return [
            LintFinding(
                .appointmentFacts,
                .warning,
                file: sheet.file,
                "the message does not say where the appointment was.",
                advice: "Put {{#ort}}{{ort}}{{/ort}} behind {{uhrzeit}}, or write the place out."
            )
        ]
    }

    /// Imprint and privacy notice on the authority's own domain, not on somebody else's.
    private static func ownPages(of authority: Authority, hosts: Set<String>) -> [LintFinding] {
        [("imprint", authority.imprint), ("privacy", authority.privacy)].compactMap { key, page in
            let host = URLComponents(string: page)?.host?.lowercased()
            guard let host, hosts.contains(host) else {
                return LintFinding(
                    .imprint,
                    file: "configuration",
                    "authority.\(key) is not on one of the allowed hosts.",
                    advice: "Use a page of the authority's own domain."
                )
            }
            return nil
        }
    }

    private static func sameFacts(_ sheets: LetterSheets) -> [LintFinding] {
        guard let html = sheets.html else { return [] }
        let (left, right) = (sheets.text.placeholders, html.placeholders)
        return left.symmetricDifference(right).sorted().map { name in
            let file = left.contains(name) ? html.file : sheets.text.file
            return LintFinding(
                .sameFacts,
                file: file,
                "“\(name)” is in the other part and not here.",
                advice: "Say the same in both parts: {{\(name)}}."
            )
        }
    }

    private static func size(_ sheets: LetterSheets) -> [LintFinding] {
        let size = sheets.bodies.reduce(0) { $0 + $1.filled.utf8.count }
        guard size > 30_000 else { return [] }
        return [
            LintFinding(
                .size,
                size > 50_000 ? .error : .warning,
                file: sheets.html?.file ?? sheets.text.file,
                "the message has about \(size / 1_000) kB.",
                advice: "Shorten it: 30 kB are plenty, some readers cut off long messages."
            )
        ]
    }

    private static func firstWords(_ sheets: LetterSheets) -> [LintFinding] {
        guard sheets.language.hasPrefix("de"), let said = sheets.says.firstWords else { return [] }
        let html = sheets.document.map { ("message.html", VisibleText($0).text) }
        return [(sheets.text.file, sheets.text.filled), html].compactMap(\.self).compactMap {
            file,
            text in
            let beginning = String(text.prefix(200)).lowercased()
            guard !said.phrases.contains(where: beginning.contains) else { return nil }
            return LintFinding(
                .firstWords,
                file: file,
                line: 1,
                "the first 200 characters do not say \(said.what).",
                advice: "Begin with: “\(said.example)”"
            )
        }
    }

    private static func language(_ sheets: LetterSheets) -> [LintFinding] {
        guard let html = sheets.html, let document = sheets.document else { return [] }
        let root = document.elements.first { $0.name == "html" }
        guard root?.value("lang")?.lowercased() == sheets.language.lowercased() else {
            return [
                LintFinding(
                    .documentLanguage,
                    file: html.file,
                    line: root?.line ?? 1,
                    "the element html does not name the language “\(sheets.language)”.",
                    advice: "Write: <html lang=\"\(sheets.language)\">"
                )
            ]
        }
        return []
    }
}

extension MessageSubject {
    /// What a German message must begin with; nil where that is left to its author.
    fileprivate var firstWords: (phrases: [String], what: String, example: String)? {
        switch self {
        case .cancelled:
            (
                ["kommen sie nicht", "nicht zu kommen", "kommen sie bitte nicht"],
                "that nobody should come", "Bitte kommen Sie nicht."
            )
        case .stands:
            (
                ["kommen sie", "findet statt", "findet doch statt"],
                "that the appointment stands", "Ihr Termin findet doch statt. Bitte kommen Sie."
            )
        case .other: nil
        }
    }
}
