package import MailCore
import MailJournal

extension LinkReport {
    package var json: JSON { .list(pages.map(\.json)) }
}

extension PageReport {
    package var json: JSON {
        [
            "kind": .text(kind.rawValue), "url": .text(url),
            "status": status.map { .number($0) } ?? .null, "reachable": .bool(isReachable),
            "redirected_to": .text(redirectedTo),
            "foreign_hosts": .list(foreignHosts.map { .text($0) }),
            "cookies": .list(cookies.map { .text($0) }),
            "names_channel": namesChannel.map { .bool($0) } ?? .null,
            "problems": .list(problems.map { .text($0.en.text) }),
            "warnings": .list(warnings.map { .text($0.en.text) }),
        ]
    }
}
