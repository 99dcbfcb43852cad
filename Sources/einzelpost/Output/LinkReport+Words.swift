import MailCampaign
import MailCore
import MailJournal

extension LinkReport {
    var json: JSON { .list(pages.map(\.json)) }
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
    var sentence: Printable {
        let way: Printable = redirectedTo.map { ", redirects to \($0)" } ?? ""
        guard let status else { return "\(url): not reached" }
        guard problems.isEmpty else { return "\(url): status \(status)\(way)" }
        return "\(url): status \(status), encrypted\(way), no other hosts, no cookies"
    }
}
