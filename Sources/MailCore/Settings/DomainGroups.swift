/// Mail domains whose mail one provider takes, and which therefore share its limits.
package struct DomainGroups: Hashable, Sendable {
    private var names: [String: String] = [:]

    /// What is known of providers with several domains.
    private static let known: [[String]] = [
        [
            "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "gmx.eu", "gmx.org", "gmx.info",
            "web.de", "email.de", "mail.com",
        ],
        ["t-online.de", "magenta.de"],
        ["gmail.com", "googlemail.com"],
        [
            "outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "live.com", "live.de",
            "msn.com",
        ],
        ["freenet.de", "freenetmail.de"],
        ["icloud.com", "me.com", "mac.com"],
        ["yahoo.com", "yahoo.de", "ymail.com", "rocketmail.com", "aol.com", "aol.de"],
    ]

    /// - Parameter own: Groups of the authority's own, each the domains of one provider. A domain of
    ///   theirs leaves the group that it would belong to otherwise.
    package init(own: [[String]] = []) {
        for group in Self.known + own {
            guard let first = group.first?.lowercased() else { continue }
            for domain in group { names[domain.lowercased()] = first }
        }
    }

    /// The group's name, which is its first domain; a domain of no group is one by itself.
    package func name(of domain: String) -> String {
        let domain = domain.lowercased()
        return names[domain] ?? domain
    }
}
