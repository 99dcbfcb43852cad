import Foundation
package import MailCore

extension Readiness: JSONPresentable {
    package var text: Printable {
        let certificate = relay.certificate.map { [Self.line("ok", "certificate", $0)] } ?? []
        let all =
            findings.map { Self.line("ok", $0.subject, $0.finding) } + certificate
            + (links?.pages.flatMap(Self.lines) ?? [])
            + warnings.map { Self.line("!!", "warning", $0) }
        return all.joined(separator: "\n")
    }

    package var json: JSON {
        let values =
            findings.map { ($0.subject, JSON.text($0.finding)) } + [
                ("tls", relay.session.tls?.json ?? .null), ("links", links?.json ?? .null),
                ("warnings", .list(warnings.map { .text($0) })), ("ok", .bool(isFine)),
            ]
        return .object(Dictionary(uniqueKeysWithValues: values))
    }

    package var conclusion: Conclusion { .checked(isFine) }

    private static func lines(_ page: PageReport) -> [Printable] {
        [line(page.problems.isEmpty ? "ok" : "NO", page.kind.name, page.sentence)]
            + page.problems.map { line("NO", "", Printable($0)) }
    }

    private static func line(_ mark: Printable, _ subject: String, _ finding: Printable)
        -> Printable
    {
        let label = Printable(subject.replacing("_", with: " ")).padded(to: 16)
        return "\(mark)  \(label) \(finding)"
    }
}
