import Foundation
import MailCore
import TestSupport
import Testing

struct LinterTests {
    @Test func `the shipped template has no findings`() throws {
        let source = try LintScene.shipped()
        #expect(
            Linter.findings(in: try LintScene.letter(source), allowedHosts: LintScene.hosts) == []
        )
    }

    /// What is put where, and the rule that must find it.
    static let plantedInHTML: [(String, LintRule)] = [
        ("<img src=\"https://t.example/p.gif\" alt=\"\">", .remoteContent),
        ("<img src=\"//t.example/p.gif\">", .remoteContent),
        ("<p style=\"background: url(https://t.example/a.png)\">x</p>", .remoteContent),
        ("<p style=\"background: u\\72 l(https://t.example/a.png)\">x</p>", .remoteContent),
        ("<p style=\"background: ur/**/l(https://t.example/a.png)\">x</p>", .remoteContent),
        ("<style>@import 'https://t.example/a.css';</style>", .remoteContent),
        ("<style>@font-face { src: local(x) }</style>", .remoteContent),
        ("<link rel=\"stylesheet\" href=\"https://t.example/a.css\">", .remoteContent),
        ("<base href=\"https://t.example/\">", .remoteContent),
        ("<meta http-equiv=\"Refresh\" content=\"0\">", .remoteContent),
        ("<form action=\"https://t.example/\"></form>", .remoteContent),
        ("<p data-src=\"https://t.example/\">x</p>", .remoteContent),
        ("<p onclick=\"x()\">x</p>", .remoteContent),
        (
            "<a href=\"https://www.kreis.example/\" ping=\"https://t.example/\">x</a>",
            .remoteContent
        ),
        ("<a href=\"javascript:x()\">x</a>", .links),
        ("<script>1</script>", .remoteContent),
        ("<svg><image href=\"https://t.example/a.svg\"/></svg>", .remoteContent),
        ("<iframe></iframe>", .remoteContent),
        (
            // Deeper than parsers go by themselves.
            String(repeating: "<div>", count: 300) + "<img src=\"https://t.example/p.gif\">"
                + String(repeating: "</div>", count: 300), .remoteContent
        ),
        ("<table background=\"https://t.example/a.png\"></table>", .remoteContent),
        ("<!--[if mso]><p>x</p><![endif]-->", .remoteContent),
        ("<a href=\"https://linktr.ee/kreis\">x</a>", .links),
        ("<a href=\"https://bit.ly/x\">x</a>", .links),
        ("<a href=\"https://www.kreis.example.evil.example/\">x</a>", .links),
        ("<a href=\"https://www.kreis.example@evil.example/\">x</a>", .links),
        ("<a href=\"http://www.kreis.example/\">x</a>", .links),
        ("<a href=\"https://www.kreis.example/?id=1\">x</a>", .links),
        ("<a href=\"&#104;ttps://evil.example/\">x</a>", .links),
        ("<a href=\"mailto:jemand@anders.example\">x</a>", .links),
        ("<a href=\"mailto:info@kreis.example?bcc=a@b.example\">x</a>", .links),
        ("<a href=\"tel:+4922112345\">x</a>", .phoneNumbers),
        ("<p>AstraZeneca</p>", .bodyWords),
        ("<p>Lorem ipsum</p>", .leftovers),
    ]

    @Test(arguments: plantedInHTML)
    func `what must not stand in the HTML is found at its line`(
        planted: String,
        rule: LintRule
    ) throws {
        let source = try LintScene.shipped()
        let html = try #require(source.html)
        let line = html.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
            $0.contains("<main>")
        }
        let expected = try #require(line) + 1
        let changed = html.replacing("<main>", with: "<main>\(planted)")
        let found = Linter.findings(
            in: try LintScene.letter(source.with(html: changed)),
            allowedHosts: LintScene.hosts
        )
        #expect(
            found.contains { $0.rule == rule && $0.line == expected && $0.severity == .error },
            "\(found)"
        )
    }

    static let plantedInText: [(String, LintRule)] = [
        ("Siehe https://bit.ly/x", .links), ("Siehe www.evil.example.", .links),
        ("Siehe http://www.kreis.example/", .links), ("Comirnaty", .bodyWords),
        ("Ihr Geburtsdatum", .bodyWords), ("{Vorname}", .leftovers), ("XXX", .leftovers),
        ("Das ist ein Test.", .leftovers), ("null", .leftovers),
        ("Montag, 16. März 2021", .weekday), ("Montag, den 16.03.2021", .weekday),
        ("Rufen Sie an: 0221 123456", .phoneNumbers), ("+49 (221) 12 34 56", .phoneNumbers),
    ]

    @Test(arguments: plantedInText)
    func `what must not stand in the text is found at its line`(
        planted: String,
        rule: LintRule
    ) throws {
        let source = try LintScene.shipped()
        let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
        let changed = source.text + planted + "\n"
        let found = Linter.findings(
            in: try LintScene.letter(source.with(text: changed)),
            allowedHosts: LintScene.hosts
        )
        #expect(found.contains { $0.rule == rule && $0.line == lines }, "\(found)")
    }

    @Test(arguments: [
        ("Dienstag, 16. März 2021"), ("Dienstag, den 16.03.2021"), ("16.03.2021"),
        ("Testament"), ("Nullpunkt"), ("Informationen: https://www.kreis.example/terminabsage."),
    ])
    func `ordinary words raise no false alarm`(planted: String) throws {
        let source = try LintScene.shipped()
        let html = try #require(source.html).replacing("</main>", with: "<p>\(planted)</p></main>")
        let text = source.text.replacing("\n{{behoerde}}", with: "\n\(planted)\n{{behoerde}}")
        let changed = source.with(text: text, html: html)
        #expect(try LintScene.findings(in: changed) == [])
    }

    @Test(arguments: [
        ("{{impressum}}", LintRule.imprint), ("{{datenschutz}}", .imprint),
        ("{{anschrift}}", .imprint), ("{{uhrzeit}}", .appointmentFacts),
    ])
    func `what must stand in both parts is missed in each`(
        placeholder: String,
        rule: LintRule
    ) throws {
        let source = try LintScene.shipped()
        let html = try #require(source.html).replacing(placeholder, with: "")
        let text = source.text.replacing(placeholder, with: "")
        for (changed, file) in [
            (source.with(html: html), "message.html"), (source.with(text: text), "message.txt"),
        ] {
            let found = Linter.findings(
                in: try LintScene.letter(changed),
                allowedHosts: LintScene.hosts
            )
            #expect(found.contains { $0.rule == rule && $0.file == file })
            #expect(found.contains { $0.rule == .sameFacts && $0.file == file })
        }
    }

    @Test(arguments: ["Absage Ihrer Impfung", "Corona: Absage", "Absage für {{name}}"])
    func `the subject tells nothing of health or person`(subject: String) throws {
        let found = Linter.findings(
            in: try LintScene.letter(LintScene.shipped().with(subject: subject)),
            allowedHosts: LintScene.hosts
        )
        #expect(found.contains { $0.rule == .subjectWords })
    }

    @Test func `a subject of more than 78 characters is too long`() throws {
        let subject = String(repeating: "Absage ", count: 12)
        let found = Linter.findings(
            in: try LintScene.letter(LintScene.shipped().with(subject: subject)),
            allowedHosts: LintScene.hosts
        )
        #expect(found.map(\.rule) == [.subjectLength])
    }

    @Test func `the first words must say that nobody should come`() throws {
        let source = try LintScene.shipped()
        let text = String(repeating: "Wir schreiben Ihnen heute. ", count: 10) + source.text
        let found = Linter.findings(
            in: try LintScene.letter(source.with(text: text)),
            allowedHosts: LintScene.hosts
        )
        #expect(found.map(\.rule).filter { $0 != .sameWords } == [.firstWords])
    }

    @Test func `an imprint on a foreign host is refused`() throws {
        let found = Linter.findings(
            in: try LintScene.letter(LintScene.shipped()),
            allowedHosts: ["www.anders.example"]
        )
        #expect(found.contains { $0.rule == .imprint && $0.file == "configuration" })
    }
}
