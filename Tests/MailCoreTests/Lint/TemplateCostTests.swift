import MailCore
import TestSupport
import Testing

/// Templates, configurations and proofs take a time that grows with their length, whatever stands in
/// them.
struct TemplateCostTests {
    /// Bytes to begin with; the letters have nothing else.
    private static let size = 1_500

    /// A piece that is repeated in a template's text.
    static let pieces = [
        "{{#mehrere}}", "{{/mehrere}}", "{{^name}}{{#name}}", "{{#termine}}", "{{x}}", "{{!", "{{",
        "}}", "{{{", "{{#termine}}{{/termine}}", "\n", "{{=<% %>=}}", "#NV", "a ", "<", "<p ",
        "<p a=", "&", "0221 ", "+49 ", "Montag, 1. 1. 2021 ", "https://www.kreis.example/ ",
        "a@b.c ",
    ]

    @Test(arguments: pieces)
    func `a template is looked through in a time that grows with its length`(piece: String) throws {
        let source = try LintScene.shipped()
        let growth = Cost.growth(from: Self.size / piece.utf8.count) { count in
            source.with(text: String(repeating: piece, count: count), html: "")
        } reading: { source in
            guard let letter = try? LintScene.letter(source) else { return }
            _ = Linter.findings(in: letter, allowedHosts: LintScene.hosts)
        }
        #expect(growth < Cost.linear)
    }

    static let markup = [
        "<p>", "<b>", "</i>", "<div>", "<p a=\"\">", "<!-- ", "&auml;", "&#", "<table><tr><td>",
        "</p>",
        "<a href=\"#a\">", "<b></i>", "<title>", "<style>", "<p style=\"color:#000;\">", "<br>",
    ]

    @Test(arguments: markup)
    func `HTML is looked through in a time that grows with its length`(piece: String) throws {
        let source = try LintScene.shipped()
        let growth = Cost.growth(from: Self.size / piece.utf8.count) { count in
            source.with(text: "", html: String(repeating: piece, count: count))
        } reading: { source in
            guard let letter = try? LintScene.letter(source) else { return }
            _ = Linter.findings(in: letter, allowedHosts: LintScene.hosts)
        }
        #expect(growth < Cost.linear)
    }

    @Test(arguments: [
        ("<p ", "a", " ", ">"), ("<p ", "a", "=\"\" ", ">"), ("", "<b>", "", ""),
        ("<b>", "</i>", "", ""),
        (String(repeating: "<b>", count: 5_000), "</i>", "", ""), ("", "<p>x", "", ""),
        ("", "<a href=x><div>", "", ""), ("", "<script>", "", ""), ("", "<!-->", "", ""),
        ("<style>", "url(a)", "", ""), ("", "<img src=//h.example/a>", "", ""),
    ])
    func `a web page is looked through in a time that grows with its length`(
        before: String,
        piece: String,
        behind: String,
        end: String
    ) {
        let isNumbered = before == "<p "
        let growth = Cost.growth(from: 256) { count in
            before + (0..<count).map { piece + (isNumbered ? "\($0)" : "") + behind }.joined() + end
        } reading: { page in
            var visit = PageVisit(of: .imprint, at: "https://www.kreis.example/impressum")
            visit.note(
                PageAnswer(
                    url: "https://www.kreis.example/impressum",
                    status: 200,
                    redirect: nil,
                    fields: ["Content-Type: text/html"].compactMap(PageAnswer.Field.init(line:)),
                    body: Array(page.utf8),
                    isWhole: true
                )
            )
            _ = PageReport(of: visit)
        }
        #expect(growth < Cost.linear)
    }

    @Test(arguments: ["#mehrere", "^name", "#termine"], [1_000, 10_000])
    func `thousands of sections inside each other are an error with its line`(
        tag: String,
        count: Int
    ) throws {
        let source = try LintScene.shipped()
        let name = tag.dropFirst()
        let nested =
            String(repeating: "{{\(tag)}}\n", count: count)
            + String(repeating: "{{/\(name)}}", count: count)
        // The longer ones are too long for a file, whatever stands in them.
        let line = count > 1_000 ? 1 : tag == "#termine" ? 2 : 9
        for source in [
            source.with(text: nested + source.text),
            source.with(html: nested + (source.html ?? "")),
        ] {
            let error = #expect(throws: TemplateError.self) { try LintScene.letter(source) }
            let problems = error?.problems ?? []
            #expect(problems.first?.line == line, "\(problems.prefix(2))")
            #expect(problems.count <= 101)
        }
    }

    @Test func `eight sections inside each other are written`() throws {
        let source = try LintScene.shipped()
        let nested =
            String(repeating: "{{#mehrere}}", count: 8) + "x"
            + String(repeating: "{{/mehrere}}", count: 8)
        #expect(throws: Never.self) {
            try LintScene.letter(source.with(text: source.text + nested))
        }
    }

    @Test func `a file of more than a hundred kilobytes is no template`() throws {
        let source = try LintScene.shipped()
        let text = source.text + String(repeating: "Wort ", count: 20_000)
        #expect(throws: TemplateError.self) { try LintScene.letter(source.with(text: text)) }
    }
}
