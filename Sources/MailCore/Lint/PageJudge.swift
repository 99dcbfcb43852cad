/// Says in plain words what is wrong with a page, and what to do.
struct PageJudge {
    let visit: PageVisit
    /// Nil unless the page itself was reached.
    let page: PageContent?
    let cookies: [String]

    private var name: String { "The \(visit.kind.name)" }
    private var host: String { PageLocation(of: visit.address)?.host ?? "its host" }

    var problems: [String] {
        [failure, destination, foreign, cookie, unread].compactMap(\.self)
    }

    var warnings: [String] { [channel, scripts].compactMap(\.self) }

    private var failure: String? {
        visit.failure.map { failure in
            switch failure {
            case .hostUnknown:
                "\(name) cannot be reached: \(host) is not known to the name service. "
                    + "Correct \(visit.kind.key)."
            case .cannotConnect:
                "\(name) cannot be reached: no connection to \(host). Correct \(visit.kind.key), or "
                    + "ask whoever runs the page."
            case .timeout:
                "\(name) did not answer completely within 20 seconds. Try again, or ask whoever "
                    + "runs the page."
            case .notEncrypted:
                "\(name) cannot be reached safely: the encryption or certificate of \(host) is not "
                    + "to be trusted. Ask whoever runs the page to correct it."
            case .broken:
                "\(name) cannot be read: \(host) ended in the middle, or does not speak HTTP. Ask "
                    + "whoever runs the page."
            }
        }
    }

    /// Where the way ended, if that is not the page.
    private var destination: String? {
        guard visit.failure == nil, let last = visit.answers.last else { return nil }
        guard let redirect = last.redirect else {
            return last.status == 200
                ? nil
                : "\(name) answers with status \(last.status) instead of 200. Correct "
                    + "\(visit.kind.key), or the page."
        }
        let there = PageLocation(of: redirect)
        if visit.answers.count > PageVisit.redirectLimit {
            return "\(name) redirects more than \(PageVisit.redirectLimit) times. Put its last "
                + "address into \(visit.kind.key)."
        }
        if let there, there.host == host {
            return "\(name) redirects to an address without encryption, which was not visited. Ask "
                + "whoever runs the page to correct it."
        }
        return "\(name) redirects to another host, \(there?.host ?? "which cannot be read"), which "
            + "was not visited. Put an address of your own into \(visit.kind.key)."
    }

    private var foreign: String? {
        guard let hosts = page?.foreignHosts, !hosts.isEmpty else { return nil }
        return
            "\(name) makes its readers contact \(hosts.joined(separator: ", ")). Have this removed, "
            + "or served by \(host) itself."
    }

    private var cookie: String? {
        guard !cookies.isEmpty else { return nil }
        return
            "\(name) sets cookies (\(cookies.joined(separator: ", "))). A page that only informs "
            + "needs none: have them removed."
    }

    private var unread: String? {
        guard let page else { return nil }
        if !page.isHTML { return "\(name) is no HTML page and could not be looked into. Use one." }
        if !page.isReadable {
            return "\(name) nests its elements too deeply, or gives one too many attributes, to be "
                + "looked into. Have it made simpler."
        }
        if !page.isWhole {
            return "\(name) is larger than 2 MB and was not read to its end. Have it made smaller."
        }
        return nil
    }

    private var channel: String? {
        guard visit.kind == .privacy, let page, !page.namesChannel else { return nil }
        return
            "\(name) does not name this channel: the words “E-Mail” and “Termin” are not both on "
            + "it. Say there that appointments are cancelled by e-mail."
    }

    private var scripts: String? {
        guard let hosts = page?.scriptHosts, !hosts.isEmpty else { return nil }
        return
            "Scripts on the \(visit.kind.name) name \(hosts.joined(separator: ", ")); whether they "
            + "contact them could not be seen. Ask whoever runs the page."
    }
}
