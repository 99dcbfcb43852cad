/// C-07 and C-12: links lead to the authority's own pages, encrypted, and are the same for
/// everybody; who is called or written to is the authority.
struct LinkRules {
    private let sheets: LetterSheets
    private let authority: Authority
    private let hosts: Set<String>

    static func findings(
        in sheets: LetterSheets,
        authority: Authority,
        hosts: Set<String>
    ) -> [LintFinding] {
        let rules = Self(sheets: sheets, authority: authority, hosts: hosts)
        return rules.typed() + rules.clicked() + rules.personal()
    }

    /// What mail readers turn into links by themselves, in either part.
    private func typed() -> [LintFinding] {
        let text = sheets.text.lines.flatMap { findings(inText: $1, sheets.text.file, $0) }
        guard let html = sheets.html, let document = sheets.document else { return text }
        // What a link shows is compared with where it leads.
        let plain = document.elements.filter { !["a", "style", "script"].contains($0.name) }
        return text + plain.flatMap { findings(inText: $0.text, html.file, $0.line) }
    }

    private func findings(inText text: String, _ file: String, _ line: Int) -> [LintFinding] {
        TypedLinks.urls(in: text).compactMap { link(LinkTarget($0), file, line) }
            + TypedLinks.addresses(in: text).filter { !isOwn($0) }.map { _ in
                LintFinding(
                    .links,
                    file: file,
                    line: line,
                    .link(fault: .typedAddress)
                )
            }
    }

    private func clicked() -> [LintFinding] {
        guard let html = sheets.html, let document = sheets.document else { return [] }
        return document.elements.flatMap { element -> [LintFinding] in
            guard ["a", "area"].contains(element.name), let href = element.value("href") else {
                return []
            }
            let target = LinkTarget(href)
            let found = check(target, html.file, element.line)
            return [found, mismatch(element, target, html.file)].compactMap(\.self)
        }
    }

    private func check(_ target: LinkTarget, _ file: String, _ line: Int) -> LintFinding? {
        switch target.scheme {
        case "mailto": mailto(target.rest, file, line)
        case "tel": telephone(target.rest, file, line)
        // A place within the message leads nowhere else.
        case nil where target.text.hasPrefix("#"): nil
        default: link(target, file, line)
        }
    }

    private func isOwn(_ address: String) -> Bool {
        authority.addresses.contains { $0.comparisonKey == address.lowercased() }
    }

    private func mailto(_ address: String, _ file: String, _ line: Int) -> LintFinding? {
        guard !isOwn(address) else { return nil }
        return LintFinding(
            .links,
            file: file,
            line: line,
            .link(fault: .otherMailbox)
        )
    }

    private func telephone(_ number: String, _ file: String, _ line: Int) -> LintFinding? {
        let own = [authority.phone, authority.hotlinePhone].map(PhoneDigits.init)
        if let called = PhoneDigits(number), own.contains(called) { return nil }
        return LintFinding(
            .phoneNumbers,
            file: file,
            line: line,
            .link(fault: .otherPhone)
        )
    }

    private func link(_ target: LinkTarget, _ file: String, _ line: Int) -> LintFinding? {
        target.problem(hosts: hosts).map { problem in
            LintFinding(
                .links,
                file: file,
                line: line,
                .link(fault: problem)
            )
        }
    }

    /// A link that shows one place and leads to another is how people are deceived.
    private func mismatch(
        _ element: HTMLDocument.Element,
        _ target: LinkTarget,
        _ file: String
    ) -> LintFinding? {
        guard !shows(element.text, target) else { return nil }
        return LintFinding(
            .links,
            file: file,
            line: element.line,
            .link(fault: .showsAnother)
        )
    }

    private func shows(_ text: String, _ target: LinkTarget) -> Bool {
        let addresses = TypedLinks.addresses(in: text).map { $0.lowercased() }
        switch target.scheme {
        case "mailto":
            return addresses.allSatisfy { $0 == target.rest.lowercased() }
                && TypedLinks.hosts(in: text).isEmpty
        case "tel":
            let digits = text.count(where: \.isNumber)
            return digits < 5 || PhoneDigits(text) == PhoneDigits(target.rest)
        default:
            guard let host = target.host else { return true }
            return addresses.isEmpty && TypedLinks.hosts(in: text).allSatisfy { $0 == host }
        }
    }

    /// A link that differs from person to person tells who has opened it.
    private func personal() -> [LintFinding] {
        let text = sheets.marked.text.lines.filter { _, line in
            TypedLinks.urls(in: line).contains { $0.contains(LetterSheets.mark) }
        }.map { (sheets.text.file, $0.number) }
        let html = (sheets.marked.document?.elements ?? []).filter { element in
            element.attributes.contains {
                $0.name == "href" && $0.value.contains(LetterSheets.mark)
            } || TypedLinks.urls(in: element.text).contains { $0.contains(LetterSheets.mark) }
        }.map { ("message.html", $0.line) }
        return (text + html).map { file, line in
            LintFinding(
                .links,
                file: file,
                line: line,
                .link(fault: .personal)
            )
        }
    }
}
