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
        func missing(
            _ fact: LintFault.Fact,
            _ names: [Placeholder],
            _ rule: LintRule = .imprint
        ) -> [LintFinding] {
            names.contains { sheet.placeholders.contains($0.rawValue) }
                ? [] : [LintFinding(rule, file: sheet.file, .missing(fact: fact))]
        }
        let channel =
            sheet.written.localizedCaseInsensitiveContains("e-mail")
            ? [] : [LintFinding(.imprint, file: sheet.file, .noChannel)]
        return missing(.day, [.datum], .appointmentFacts)
            + missing(.time, [.uhrzeit], .appointmentFacts)
            + place(in: sheet)
            + missing(.authority, [.behoerde])
            + missing(.address, [.anschrift])
            + missing(.imprint, [.impressum])
            + missing(.privacy, [.datenschutz])
            + missing(.hotline, [.hotline, .telefon])
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
                .noPlace
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
                    .foreignPage(key: key)
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
                .inOnePart(placeholder: name)
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
                .large(kilobytes: size / 1_000)
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
                .firstWords(say: said.what)
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
                    .documentLanguage(language: sheets.language)
                )
            ]
        }
        return []
    }
}

extension MessageSubject {
    /// What a German message must begin with; nil where that is left to its author.
    fileprivate var firstWords: (phrases: [String], what: LintFault.FirstWords)? {
        switch self {
        case .cancelled:
            (["kommen sie nicht", "nicht zu kommen", "kommen sie bitte nicht"], .cancelled)
        case .stands: (["kommen sie", "findet statt", "findet doch statt"], .stands)
        case .other: nil
        }
    }
}
