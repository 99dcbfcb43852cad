/// What a visit to the imprint or the privacy page has shown.
package struct PageReport: Hashable, Sendable {
    package let kind: PageKind
    /// As configured.
    package let url: String
    /// Of the last answer; nil if there was none.
    package let status: Int?
    /// Whether its server answered, encrypted and with a certificate to be trusted.
    package let isReachable: Bool
    /// Where the last redirect leads, followed or not; nil if there was none.
    package let redirectedTo: String?
    /// Hosts other than the page's own that a browser contacts when it shows the page.
    package let foreignHosts: [String]
    /// Names of the cookies that were set on the way, never their values.
    package let cookies: [String]
    /// Whether the privacy page names e-mail and appointments; nil for the imprint.
    package let namesChannel: Bool?
    /// What breaks a promise, each with what to do.
    package let problems: [Sentence]
    /// What somebody should look at.
    package let warnings: [Sentence]

    package init(of visit: PageVisit) {
        let last = visit.answers.last
        kind = visit.kind
        url = visit.address
        status = last?.status
        isReachable = last != nil && visit.failure == nil
        redirectedTo = visit.answers.compactMap(\.redirect).last?.printable
        cookies = Self.cookies(of: visit)
        let page = last.flatMap { $0.status == 200 ? PageContent($0) : nil }
        foreignHosts = page?.foreignHosts ?? []
        namesChannel = visit.kind == .privacy ? page?.namesChannel ?? false : nil
        let judge = PageJudge(visit: visit, page: page, cookies: cookies)
        problems = judge.problems
        warnings = judge.warnings
    }

    private static func cookies(of visit: PageVisit) -> [String] {
        let names = visit.answers.flatMap { $0.values("set-cookie") }.map { value in
            String(value.prefix { $0 != "=" && $0 != ";" }).printable
        }
        return Array(Set(names)).sorted()
    }
}

/// What stands on a page.
struct PageContent {
    let foreignHosts: [String]
    let scriptHosts: [String]
    let namesChannel: Bool
    let isWhole: Bool
    let isReadable: Bool
    let isHTML: Bool

    init(_ answer: PageAnswer) {
        let references = PageReferences(in: answer)
        let own = PageLocation(of: answer.url)
        // Relative addresses begin at the base, wherever that is.
        let base = references.base.flatMap { own?.leading(to: $0) } ?? own
        func foreign(_ addresses: [String]) -> Set<String> {
            Set(addresses.compactMap { base?.leading(to: $0)?.host }).subtracting([own?.host ?? ""])
        }
        let found = foreign(references.addresses + [references.base].compactMap(\.self))
        foreignHosts = found.sorted()
        scriptHosts = foreign(references.namedByScripts).subtracting(found).sorted()
        let page = HTMLDocument(answer.text)
        namesChannel = Self.namesChannel(page)
        isReadable = page.isReadable
        isWhole = answer.isWhole
        isHTML = answer.values("content-type").last?.lowercased().contains("html") ?? false
    }

    /// Whether the visible words “E-Mail” and “Termin” occur, also inside longer ones.
    private static func namesChannel(_ page: HTMLDocument) -> Bool {
        let silent: Set<String> = ["script", "style", "template", "title", "noscript"]
        let text = page.elements
            .filter { !silent.contains($0.name) }
            .map(\.text).joined(separator: "\n")
            .replacing("\u{AD}", with: "")
            .replacing(/[\u{2010}-\u{2013}]/, with: "-")
        return ["e-mail", "termin"].allSatisfy(text.lowercased().contains)
    }
}
