import MailCore

/// Why a domain is probably not the one that was meant.
///
/// A suspicion never changes an address: the domain may be right, and a corrected one may belong to
/// somebody else. The row is `needs-decision` rather than `invalid-email`: the address is one, only
/// a person can say whether it is the right one, and with a look at the cell that person can mostly
/// tell at once. Leaving the row out takes it to the phone list, where `invalid-email` would be.
///
/// Made for next to no false alarms, since each one holds up a whole campaign. Only well-known
/// providers of mailboxes are compared, only those with a name long enough that one letter is no
/// coincidence, and never against another provider or the same name in another country.
enum DomainSuspicion: Hashable, Sendable {
    /// No such top-level domain; with the provider that differs by one letter, if any.
    case noSuchTopLevel(provider: String?)
    /// One letter away from a well-known provider.
    case resembles(provider: String)
    /// Written in letters that look like others.
    case looksAlike(LookAlikeLetters)

    /// Looks at a domain in lower case and as A-labels; nil if nothing is odd about it.
    init?(of domain: String) {
        guard !Self.known.contains(domain) else { return nil }
        if let letters = LookAlikeLetters(in: domain) {
            self = .looksAlike(letters)
            return
        }
        if let provider = Self.extended[domain] {
            self = .resembles(provider: provider)
            return
        }
        let (name, top) = Self.halves(of: domain)
        let provider = Self.providers.first { Self.isOneSlip(from: $0, to: domain) }
        guard TopLevelDomains.contain(top) else {
            self = .noSuchTopLevel(provider: provider)
            return
        }
        guard let provider = provider ?? Self.slippedTwice(name, top) else { return nil }
        let (providersName, providersTop) = Self.halves(of: provider)
        // gmx.ch beside gmx.at, hotmail.be beside hotmail.de: the same name under another top-level
        // domain is a domain of its own, but for the usual slips in `.com`.
        let isSlip =
            if top == providersTop {
                providersName.count >= 5
            } else {
                providersTop == "com" && Self.slipsOfCom.contains(String(top))
                    && (name == providersName || providersName.count >= 5)
            }
        guard isSlip else { return nil }
        self = .resembles(provider: provider)
    }

    /// For the operator; names the provider, never the domain, which may be a person's own.
    var reason: RowReason {
        switch self {
        case .noSuchTopLevel(nil): .noSuchTopLevel
        case .noSuchTopLevel(let provider?), .resembles(let provider):
            .misspelt(provider: provider)
        case .looksAlike(.mixed): .mixedAlphabets
        case .looksAlike(.disguised): .disguisedLetters
        }
    }

    /// The provider that more was typed to than its name: `gmail.com.com`, `www.web.de`.
    private static let extended = Dictionary(
        providers.flatMap { provider in
            (["www.\(provider)"] + ["com", "de", "net", "org"].map { "\(provider).\($0)" })
                .map { ($0, provider) }
        },
        uniquingKeysWith: { first, _ in first }
    )

    /// A slip in the name and one in `.com`: `gmial.co`.
    private static func slippedTwice(_ name: Substring, _ top: Substring) -> String? {
        guard slipsOfCom.contains(String(top)) else { return nil }
        return providers.first { provider in
            let (providersName, providersTop) = halves(of: provider)
            return providersTop == "com" && providersName.count >= 5
                && isOneSlip(from: String(providersName), to: String(name))
        }
    }

    private static let slipsOfCom: Set<String> = ["cm", "co", "om"]

    private static func halves(of domain: String) -> (name: Substring, top: Substring) {
        guard let dot = domain.lastIndex(of: ".") else { return (domain[...], "") }
        return (domain[..<dot], domain[domain.index(after: dot)...])
    }

    /// Whether one letter is missing, too many or wrong, or two neighbouring ones have changed
    /// places.
    private static func isOneSlip(from meant: String, to written: String) -> Bool {
        guard abs(meant.utf8.count - written.utf8.count) <= 1 else { return false }
        var (meant, written) = (Substring(meant).utf8, Substring(written).utf8)
        while let first = meant.first, first == written.first {
            meant.removeFirst()
            written.removeFirst()
        }
        while let last = meant.last, last == written.last {
            meant.removeLast()
            written.removeLast()
        }
        return switch (meant.count, written.count) {
        case (0, 1), (1, 0), (1, 1): true
        case (2, 2): meant.elementsEqual(written.reversed())
        default: false
        }
    }

    private static let known = Set(providers + neighbours)

    /// Where most people in German-speaking countries have their mailbox.
    private static let providers = [
        "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "gmail.com",
        "googlemail.com", "hotmail.com", "hotmail.de", "outlook.com", "outlook.de", "live.com",
        "live.de", "msn.com", "yahoo.com", "yahoo.de", "freenet.de", "icloud.com", "me.com",
        "mac.com", "posteo.de", "posteo.net", "mailbox.org", "arcor.de", "aol.com", "aol.de",
        "vodafone.de", "vodafonemail.de", "online.de", "1und1.de", "kabelmail.de", "unitybox.de",
        "protonmail.com", "proton.me", "bluewin.ch", "magenta.de", "ewetel.net", "netcologne.de",
    ]

    /// Domains of others that stand one letter from a provider's.
    private static let neighbours = [
        "mail.com", "email.com", "ymail.com", "cloud.com", "inline.de",
    ]
}
