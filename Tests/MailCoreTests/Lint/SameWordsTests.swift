import Foundation
import MailCore
import TestSupport
import Testing

/// C-19: both parts say the same, to everybody.
struct SameWordsTests {
    private func found(text: String? = nil, html: String? = nil) throws -> [LintFinding] {
        let source = try LintScene.shipped()
        return try LintScene.findings(in: source.with(text: text, html: html))
            .filter { $0.rule == .sameWords }
    }

    private static let no = "<p>Ihr Termin findet nicht statt:</p>"

    /// What stands in the HTML part in place of “Ihr Termin findet nicht statt:”.
    static let others: [String] = [
        "<p>Ihr Termin findet doch statt:</p>", "<p>Ihr Termin findet statt:</p>", "",
        "<p>Ihr Termin findet nicht statt: doch</p>", "<p>statt Ihr Termin findet nicht:</p>",
        "<p>Ihr Termin findet nicht statt.</p><p>Ihr Termin findet nicht statt.</p>",
        "<p>Ihr Termin findet ni<br>cht statt:</p>", "<p>Ihr Termin findet nichts statt:</p>",
        "<p>Ihr Termin findet &#110;un statt:</p>", "<p>Ihr Termin findet nicht statt: 18</p>",
        "<p>Ihr Termin findet nicht statt: &frac12;</p>",
        "<p>Ihr Termin findet nicht statt: &NotAnEntity;</p>",
        "<p>Ihr Termin findet nicht statt: https://www.kreis.example/findet-doch-statt</p>",
        "<p>Ihr Termin findet nicht statt: doch@kreis.example</p>",
    ]

    @Test(arguments: others)
    func `what only the HTML part says is found`(other: String) throws {
        let html = try #require(try LintScene.shipped().html)
        #expect(html.contains(Self.no))
        let changed = html.replacing(Self.no, with: other)
        #expect(!(try found(html: changed).isEmpty))
    }

    @Test func `the finding shows both`() throws {
        let html = try #require(try LintScene.shipped().html)
        let changed = html.replacing(Self.no, with: "<p>Ihr Termin findet doch statt:</p>")
        let message = try #require(try found(html: changed).first?.message)
        #expect(message.contains("findet”"))
        #expect(message.contains("“nicht statt:") && message.contains("“doch statt:"))
    }

    @Test(arguments: ["Ihr Termin findet doch statt.", "18", "https://www.kreis.example/neu"])
    func `what only the text part says is found`(line: String) throws {
        #expect(!(try found(text: try LintScene.shipped().text + line + "\n").isEmpty))
    }

    @Test func `a title says nothing that the message does not say`() throws {
        let html = try #require(try LintScene.shipped().html)
        let changed = html.replacing(/<title>.*<\/title>/, with: "<title>Ihr Termin bleibt</title>")
        #expect(!(try found(html: changed).isEmpty))
    }

    /// A section is open for some people only.
    @Test(arguments: ["mehrere", "name", "ort", "buchungsnummer"])
    func `what only some people get is compared, too`(section: String) throws {
        let source = try LintScene.shipped()
        let html = try #require(source.html)
        for sign in ["#", "^"] {
            let inner = "{{\(sign)\(section)}}Kommen Sie doch.{{/\(section)}}"
            let isRepeated = ["ort", "buchungsnummer"].contains(section)
            let planted = isRepeated ? "<p>{{#termine}}\(inner){{/termine}}</p>" : "<p>\(inner)</p>"
            let changed = html.replacing("</main>", with: planted + "</main>")
            #expect(!(try found(html: changed).isEmpty), "\(planted)")
        }
    }

    @Test func `a section that is turned around in one part is found`() throws {
        let html = try #require(try LintScene.shipped().html)
        let turned = html.replacing("{{^mehrere}}\n<p>Ihr", with: "{{#mehrere}}\n<p>Ihr")
            .replacing(
                ":</p>\n{{/mehrere}}\n{{#mehrere}}",
                with: ":</p>\n{{/mehrere}}\n{{^mehrere}}"
            )
        #expect(turned != html)
        #expect(!(try found(html: turned).isEmpty))
    }

    @Test func `labels, signs, list numbers and links in place of addresses make no difference`()
        throws
    {
        let source = try LintScene.shipped()
        let html = try #require(source.html)
            .replacing("<ul>", with: "<p>Datum, Uhrzeit, Ort</p><ul>")
            .replacing(
                "Impressum: <a href=\"{{impressum}}\">{{impressum}}</a>",
                with: "<a href=\"{{impressum}}\">Impressum</a> &middot; "
            )
            .replacing("Haben Sie Fragen?", with: "HABEN SIE FRAGEN")
            .replacing("Bitte heben", with: "– Bitte <b>heb</b>en")
        #expect(try found(html: html) == [])
        let listed = try #require(source.html).replacing(
            "<p>Sie müssen nichts tun.",
            with: "<ol><li>Sie müssen nichts tun.</li></ol><p>"
        )
        let numbered = source.text.replacing(
            "  Sie müssen nichts tun.",
            with: "  1. Sie müssen nichts tun.\n"
        )
        #expect(numbered != source.text)
        #expect(try found(text: numbered, html: listed) == [])
    }

    @Test func `every template that is shipped or shown has no finding`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Templates").standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        #expect(!names.isEmpty)
        for name in names {
            func read(_ file: String) throws -> String {
                try String(contentsOf: root.appending(path: "\(name)/\(file)"), encoding: .utf8)
            }
            let source = TemplateSource(
                name: name,
                manifest: try read("template.toml"),
                text: try read("message.txt"),
                html: try? read("message.html")
            )
            #expect(try LintScene.findings(in: source) == [])
        }
    }

    @Test func `a finished message shows where its parts differ`() throws {
        let source = try LintScene.shipped()
        let html = try #require(source.html).replacing(
            Self.no,
            with: "<p>Ihr Termin findet doch statt:</p>"
        )
        #expect(PartsDifference(try view(source)) == nil)
        let difference = try #require(PartsDifference(try view(source.with(html: html))))
        #expect(difference.text.hasPrefix("nicht statt") && difference.html.hasPrefix("doch statt"))
        let shown = try #require(try view(source.with(html: html)).shownHTML)
        #expect(shown.contains("\nIhr Termin findet doch statt:\n"))
    }

    private func view(_ source: TemplateSource) throws -> MessageView {
        var generator = SplitMix(seed: 1)
        return MessageView(
            try OutgoingMessage.render(
                for: sampleRecipient("erika@example.org"),
                on: LintScene.letter(source),
                id: MessageID(using: &generator),
                date: Date(timeIntervalSince1970: 1_615_800_000),
                in: .gmt
            )
        )
    }
}
