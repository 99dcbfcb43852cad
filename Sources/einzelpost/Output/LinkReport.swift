import MailCore

/// What `check --links` found on the imprint and the privacy page.
struct LinkReport {
    let pages: [PageReport]
    /// The file of certificates that were trusted instead of the system's, if any.
    let trusted: String?

    /// Warnings alone break no promise.
    var isFine: Bool { pages.allSatisfy(\.problems.isEmpty) }

    var json: JSON { .list(pages.map(\.json)) }

    /// What somebody should look at, beyond the problems.
    var warnings: [String] {
        pages.flatMap(\.warnings)
            + (trusted.map {
                ["certificates were compared with \($0) (SSL_CERT_FILE), not with the system's"]
            } ?? [])
    }
}

extension PageReport {
    var json: JSON {
        [
            "kind": .text(kind.rawValue), "url": .text(url),
            "status": status.map { .number($0) } ?? .null, "reachable": .bool(isReachable),
            "redirected_to": .text(redirectedTo),
            "foreign_hosts": .list(foreignHosts.map { .text($0) }),
            "cookies": .list(cookies.map { .text($0) }),
            "names_channel": namesChannel.map { .bool($0) } ?? .null,
            "problems": .list(problems.map { .text($0) }),
            "warnings": .list(warnings.map { .text($0) }),
        ]
    }

    /// In one line.
    var sentence: String {
        let way = redirectedTo.map { ", redirects to \($0)" } ?? ""
        guard let status else { return "\(url): not reached" }
        guard problems.isEmpty else { return "\(url): status \(status)\(way)" }
        return "\(url): status \(status), encrypted\(way), no other hosts, no cookies"
    }
}
