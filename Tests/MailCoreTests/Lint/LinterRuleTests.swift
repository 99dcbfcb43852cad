import Foundation
import MailCore
import Testing

/// The rules that are about words and facts, and that ordinary templates keep them all.
struct LinterRuleTests {
    private func rules(_ found: [LintFinding], _ severity: LintFinding.Severity) -> [LintRule] {
        found.filter { $0.severity == severity }.map(\.rule)
    }

    @Test(
        arguments: [
            ("TEST: Absage", LintRule.leftovers), ("Absage {Tag}", .leftovers),
            ("Absage XXX", .leftovers), ("Absage am Montag, 16.03.2021", .weekday),
            ("Absage, Tel. 0221 123456", .phoneNumbers), ("Absage \u{202E}x", .leftovers),
            ("Absage {{anrede}}", .subjectWords), ("Ihr Befund", .subjectWords),
        ]
    )
    func `the subject is read like the text`(subject: String, rule: LintRule) throws {
        let source = try LintScene.shipped()
        let found = try LintScene.findings(in: source.with(subject: subject))
        #expect(rules(found, .error).contains(rule), "\(found)")
    }

    @Test(arguments: ["WICHTIG: Absage", "Absage!!", "Absage 📅", "Achtung, Absage"])
    func `C-17: a subject that shouts is a warning`(subject: String) throws {
        let source = try LintScene.shipped()
        let found = try LintScene.findings(in: source.with(subject: subject))
        #expect(rules(found, .warning) == [.subjectTone], "\(found)")
        #expect(rules(found, .error) == [])
    }

    @Test(arguments: ["Herr Mustermann hilft", "Ihre Ansprechpartnerin", "gez. Muster"])
    func `C-14: what names somebody of the staff is a warning`(line: String) throws {
        #expect(rules(try LintScene.findings(inText: line), .warning).contains(.staffNames))
    }

    @Test(arguments: ["\u{0}", "\u{1B}", "\u{202E}", "\u{FFFD}", "\u{E000}", "\u{9F}"])
    func `C-03: characters that nobody sees are found`(character: String) throws {
        let found = try LintScene.findings(inText: "a\(character)b")
        #expect(rules(found, .error).contains(.leftovers))
    }

    @Test func `C-04: a message without a place is a warning`() throws {
        let source = try LintScene.shipped()
        let text = source.text.replacing("{{#ort}}\n  {{ort}}\n{{/ort}}\n", with: "")
        let html = try #require(source.html).replacing("{{#ort}}<br>{{ort}}{{/ort}}", with: "")
        let found = try LintScene.findings(in: source.with(text: text, html: html))
        #expect(rules(found, .warning) == [.appointmentFacts, .appointmentFacts], "\(found)")
    }

    @Test func `C-11: the HTML, too, begins with what matters`() throws {
        let long = "<p>" + String(repeating: "Wir schreiben Ihnen heute. ", count: 10) + "</p>"
        let found = try LintScene.findings(inHTML: long).filter { $0.rule != .sameWords }
        #expect(found.map(\.rule) == [.firstWords])
        #expect(found.map(\.file) == ["message.html"])
    }

    @Test func `C-10: fifty kilobytes are too many, thirty a warning`() throws {
        func found(_ count: Int) throws -> [LintFinding] {
            try LintScene.findings(inText: String(repeating: "Mehr Text. ", count: count))
                .filter { $0.rule != .sameWords }
        }
        #expect(rules(try found(3_000), .warning) == [.size])
        #expect(rules(try found(5_000), .error) == [.size])
    }

    /// What an office writes without any ill will.
    static let harmless: [String] = [
        "<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
            + "align=\"center\" bgcolor=\"#ffffff\"><tr><td valign=\"top\" style=\"padding: 8px; "
            + "font-family: Arial, sans-serif; color: #222222;\">Text</td></tr></table>",
        "<a href=\"mailto:{{email}}\">{{email}}</a>",
        "<a href=\"mailto:info@kreis.example\">E-Mail</a>",
        "<a href=\"tel:{{hotline}}\">{{hotline}}</a>",
        "<a href=\"tel:+492214710000\">0221 4710 000</a>",
        "<a href=\"tel:+49 (0)221 4710-001\">Telefon</a>",
        "<a href=\"tel:004922147100{{! }}00\">x</a>",
        "<a href=\"{{impressum}}\">Impressum</a>",
        "<a href=\"{{internetseite}}\">www.kreis.example</a>",
        "<a href=\"https://www.kreis.example/#oben\" target=\"_blank\" rel=\"noopener\">z. B. hier</a>",
        "<a href=\"#oben\">nach oben</a>", "<p id=\"oben\">Text</p>",
        "<p dir=\"rtl\" lang=\"ar\">تم إلغاء موعدكم.</p>",
        "<p>Der Kurs, der Zähler: url und import sind nur Worte. Ein und/oder.</p>",
        "<p>Montag, {{#termine}}{{datum}} {{/termine}}: siehe www.kreis.example, Frau und Mann.</p>",
        "<p>Termin{{#mehrere}}e{{/mehrere}} von „{{name}}“, {{behoerde}}-Mitarbeit</p>",
        "<p>{{^mehrere}}Termin am {{tag}}{{/mehrere}}{{#mehrere}}Termine ab {{tag}}{{/mehrere}}</p>",
        "<p>({{#vorname}}{{vorname}} {{/vorname}}{{#nachname}}{{nachname}}{{/nachname}})<br>Gruß</p>",
        "<hr><ol><li>Text</li></ol>",
        "<h3>Zoll</h3><p style=\"margin: 0 auto 8px\">Wir – ganz „neu“ – 5 € &amp; mehr</p>",
    ]

    @Test(arguments: harmless)
    func `what an office writes without ill will has no finding`(planted: String) throws {
        // The same placeholders must stand in both parts; the same words, too (C-19).
        let source = try LintScene.shipped()
        let html = try #require(source.html).replacing("</main>", with: "\(planted)</main>")
        let names = ["vorname", "nachname", "name"].filter { planted.contains("{{\($0)}}") }
        let text = source.text + names.map { " {{\($0)}} " }.joined()
        let found = try LintScene.findings(in: source.with(text: text, html: html))
        #expect(found.filter { ![.sameFacts, .sameWords].contains($0.rule) } == [])
    }

    @Test func `a plain office template with a table layout has no finding`() throws {
        #expect(try LintScene.findings(in: AuthorityTemplate.source) == [])
    }

    /// Sign-offs name the rules, so each is explained: what, why, what to write instead.
    @Test func `every rule stands in the documentation`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/linter.md").standardizedFileURL
        let text = try String(contentsOf: path, encoding: .utf8)
        for rule in LintRule.allCases {
            let line = text.split(separator: "\n").first { $0.hasPrefix("| \(rule.rawValue) |") }
            let cells = line?.split(separator: "|").filter { $0.count > 3 } ?? []
            #expect(cells.count >= 4, "\(rule.rawValue)")
        }
    }
}
