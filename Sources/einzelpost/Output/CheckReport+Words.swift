import Foundation
import MailCampaign
import MailCore

extension CheckReport {
    /// - Parameters:
    ///   - relay: What was seen of the relay.
    ///   - links: What was seen of the pages; nil if nobody asked.
    ///   - format: Text or JSON.
    func show(relay: RelayCheck.Result, links: LinkReport?, format: OutputFormat) {
        let warnings = [relay.warning].compactMap(\.self) + (links?.warnings ?? [])
        switch format {
        case .json: Terminal.show(json(relay, links, warnings).formatted)
        case .text:
            show(relay)
            if let links { Self.show(links) }
            for warning in warnings { Self.show("!!", "warning", warning) }
        }
    }

    private func json(
        _ relay: RelayCheck.Result,
        _ links: LinkReport?,
        _ warnings: [String]
    ) -> JSON {
        var values = findings.map { ($0.subject, JSON.text($0.finding)) }
        values += [
            ("relay", .text(relay.sentence)), ("tls", relay.tls?.json ?? .null),
            ("links", links?.json ?? .null), ("warnings", .list(warnings.map { .text($0) })),
            ("ok", .bool(links?.isFine ?? true)),
        ]
        return .object(Dictionary(uniqueKeysWithValues: values))
    }

    private func show(_ relay: RelayCheck.Result) {
        for (subject, finding) in findings { Self.show("ok", subject, finding) }
        Self.show("ok", "relay", relay.sentence)
        if let certificate = relay.certificate { Self.show("ok", "certificate", certificate) }
    }

    private static func show(_ links: LinkReport) {
        for page in links.pages {
            show(page.problems.isEmpty ? "ok" : "NO", page.kind.name, page.sentence)
            for problem in page.problems { show("NO", "", problem) }
        }
    }

    private static func show(_ mark: String, _ subject: String, _ finding: String) {
        let label = subject.replacing("_", with: " ")
            .padding(toLength: 16, withPad: " ", startingAt: 0)
        Terminal.show("\(mark)  \(label) \(finding)")
    }
}
