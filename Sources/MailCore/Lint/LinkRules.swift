import struct Foundation.URLComponents

/// C-07: links lead to the authority's own pages, encrypted, and are the same for everybody.
enum LinkRules {
    /// Hosts that get a sentence of their own: shorteners, social networks, link lists.
    private static let wellKnown = [
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "linktr.ee", "instagram.com",
        "facebook.com", "fb.me", "wa.me", "whatsapp.com", "t.me", "x.com", "twitter.com",
        "youtube.com", "youtu.be", "tiktok.com", "forms.gle", "docs.google.com", "mailchi.mp",
    ]

    static func findings(
        in sheets: LetterSheets,
        office: Office,
        hosts: Set<String>
    ) -> [LintFinding] {
        let typed = sheets.text.lines.flatMap { number, line in
            urls(in: line).compactMap { finding($0, sheets.text.file, number, hosts) }
        }
        guard let html = sheets.html, let document = sheets.document else { return typed }
        let clicked = document.elements.compactMap { element -> LintFinding? in
            guard ["a", "area"].contains(element.name), let target = element.value("href") else {
                return nil
            }
            return check(target, html.file, element.line, office, hosts)
        }
        return typed + clicked
    }

    private static func check(
        _ target: String,
        _ file: String,
        _ line: Int,
        _ office: Office,
        _ hosts: Set<String>
    ) -> LintFinding? {
        let lower = target.lowercased()
        if lower.hasPrefix("mailto:") {
            return mailto(String(target.dropFirst(7)), file, line, office)
        }
        if lower.hasPrefix("tel:") { return telephone(target, file, line, office) }
        // A place within the message leads nowhere else.
        if lower.hasPrefix("#") { return nil }
        return finding(target, file, line, hosts)
    }

    private static func mailto(
        _ address: String,
        _ file: String,
        _ line: Int,
        _ office: Office
    ) -> LintFinding? {
        let own = office.addresses.map(\.comparisonKey)
        guard !own.contains(address.lowercased()) else { return nil }
        return LintFinding(
            .links,
            file: file,
            line: line,
            "a mailto: link names something other than one of the office's own addresses.",
            advice: "Use mailto:{{email}} without anything behind it."
        )
    }

    private static func telephone(
        _ target: String,
        _ file: String,
        _ line: Int,
        _ office: Office
    ) -> LintFinding? {
        func digits(_ text: String) -> String { text.filter(\.isNumber) }
        let own = [office.phone, office.hotlinePhone].map(digits)
        let called = digits(target)
        guard !own.contains(where: { called.hasSuffix($0.drop { $0 == "0" }) && !called.isEmpty })
        else { return nil }
        return LintFinding(
            .phoneNumbers,
            file: file,
            line: line,
            "a tel: link calls a number that is not the office's.",
            advice: "Use tel:{{hotline}}."
        )
    }

    private static func finding(
        _ target: String,
        _ file: String,
        _ line: Int,
        _ hosts: Set<String>
    ) -> LintFinding? {
        guard let problem = problem(target, hosts) else { return nil }
        return LintFinding(
            .links,
            file: file,
            line: line,
            problem,
            advice: "Link to {{internetseite}}, {{impressum}} or {{datenschutz}}, or add the "
                + "authority's own host to content.allowed_hosts."
        )
    }

    private static func problem(_ target: String, _ hosts: Set<String>) -> String? {
        guard let url = URLComponents(string: target), let host = url.host?.lowercased(),
            !host.isEmpty
        else { return "a link cannot be read as a full address." }
        if wellKnown.contains(where: { host == $0 || host.hasSuffix(".\($0)") }) {
            return "a link leads to \(host), a third party."
        }
        if !hosts.contains(host) { return "a link leads to \(host), which is not allowed." }
        if url.scheme?.lowercased() != "https" { return "a link is not encrypted (https)." }
        if url.query != nil { return "a link carries a query, which could tell people apart." }
        if url.user != nil || url.password != nil || url.port != nil {
            return "a link carries a login or a port."
        }
        return nil
    }

    /// Everything in a line that a mail reader turns into a link.
    private static func urls(in line: String) -> [String] {
        line.split { $0.isWhitespace || "<>\"„“”()".contains($0) }
            .map(String.init)
            .filter { $0.contains("://") || $0.lowercased().hasPrefix("www.") }
            .map { $0.lowercased().hasPrefix("www.") ? "https://\($0)" : $0 }
            .map { text in
                var text = text
                while let last = text.last, ".,;:!?".contains(last) { text.removeLast() }
                return text
            }
    }
}
