import MailCore
import TestSupport
import Testing

/// Every kind of wrong tag, with its place.
struct TemplateProblemTests {
    private static func problems(
        text: String = "x",
        html: String? = nil,
        manifest: String = "subject = \"x\"\nlanguage = \"de\"\ndescription = \"x\""
    ) -> [TemplateProblem] {
        let source = TemplateSource(name: "sample", manifest: manifest, text: text, html: html)
        do {
            _ = try Letter(template: Template(source), authority: sampleAuthority())
            return []
        } catch {
            return (error as? TemplateError)?.problems ?? []
        }
    }

    @Test(arguments: [
        ("{{{name}}}", "unescaped"), ("{{&name}}", "unescaped"), ("{{> name}}", "partials"),
        ("{{<name}}{{/name}}", "partials"), ("{{$name}}{{/name}}", "partials"),
        ("{{=<% %>=}}", "delimiters"), ("{{% CONTENT_TYPE:TEXT}}", "delimiters"),
        ("{{impfstoff}}", "unknown"), ("{{Name}}", "unknown"), ("{{ }}", "empty"),
        ("{{}}", "empty"), ("{{.}}", "unknown"), ("{{name.count}}", "unknown"),
        ("{{uppercased(name)}}", "unknown"), ("{{#first()}}x{{/first()}}", "unknown"),
        ("{{#name}}", "never closed"), ("{{name", "never closed"), ("{{ name }", "never closed"),
        ("{{/name}}", "not the open one"), ("{{/impfstoff}}", "not the open one"),
        ("{{#name}}{{/vorname}}{{/name}}", "not the open one"),
        ("{{#name}}{{/name}}{{/name}}", "not the open one"),
        ("{{datum}}", "is only allowed between"), ("{{#ort}}x{{/ort}}", "is only allowed between"),
        ("{{^buchungsnummer}}x{{/buchungsnummer}}", "is only allowed between"),
        ("{{termine}}", "is a section"), ("{{mehrere}}", "is a section"),
        ("{{#anrede}}x{{/anrede}}", "cannot open a section"),
        ("{{#hotline}}x{{/hotline}}", "cannot open a section"),
        ("name}}", "left over"), ("#NV", "left over"), ("Optional(\"x\")", "left over"),
    ])
    func `a wrong tag is an error in its file and line`(tag: String, word: String) {
        for ending in ["\n", "\r\n"] {
            let text = ["eins {{name}}", "{{! zwei", "}}drei", tag, "fünf {{name}}", ""]
                .joined(separator: ending)
            let inText = Self.problems(text: text).first
            #expect(inText?.file == "message.txt")
            #expect(inText?.line == 4)
            #expect(
                inText?.fault.words.en.text.contains(word) == true,
                "\(String(describing: inText))"
            )
            let inHTML = Self.problems(html: text).first
            #expect(inHTML?.file == "message.html")
            #expect(inHTML?.line == 4)
        }
    }

    @Test func `sections that cross are an error where they cross`() {
        let problems = Self.problems(
            text: "{{#termine}}\n{{#ort}}\n{{/termine}}\n{{/ort}}\n{{/termine}}"
        )
        #expect(problems.map(\.line) == [3])
    }

    @Test func `every problem of every file is told at once`() {
        let problems = Self.problems(
            text: "{{a}}\n{{b}}",
            html: "{{{name}}}",
            manifest: "language = \"de\"\ndescription = \"x\"\nsubject = \"{{c}}\""
        )
        #expect(
            problems.map { "\($0.file):\($0.line)" }
                == ["template.toml:3", "message.txt:1", "message.txt:2", "message.html:1"]
        )
    }

    @Test(arguments: [
        ("subject = \"x\"\nlanguage = \"de\"", 1, "description"),
        ("subject = \"\"\nlanguage = \"de\"\ndescription = \"x\"", 1, "subject"),
        ("description = \"x\"\nlanguage = \"de\"\nsubject = 5", 3, "subject"),
        ("subject = \"x\"\nlanguage = \"de\"\ndescription = \"x\"\nfrom = \"x\"", 4, "from"),
        ("subject = \"x\"\nlanguage = \"de\"\ndescription = x", 3, ""),
        (
            "subject = \"x\"\nlanguage = \"de\\r\\nBcc: b@example.org\"\ndescription = \"x\"", 2,
            "language"
        ),
        ("subject = \"x\"\nlanguage = \"für alle\"\ndescription = \"x\"", 2, "language"),
    ])
    func `a wrong manifest is an error at its line`(manifest: String, line: Int, word: String) {
        let problems = Self.problems(manifest: manifest)
        #expect(problems.map(\.file) == ["template.toml"])
        #expect(problems.map(\.line) == [line])
        #expect(problems.first?.fault.words.en.text.contains(word) == true)
    }

    @Test(arguments: ["de", "de-DE", "zh-Hans-CN", "de, en, tr"])
    func `a language is a tag or a list of tags`(language: String) {
        let manifest = "subject = \"x\"\nlanguage = \"\(language)\"\ndescription = \"x\""
        #expect(Self.problems(manifest: manifest) == [])
    }

    @Test func `an error names the template, the file and the line`() {
        let source = TemplateSource(
            name: "absage",
            manifest: "subject = \"x\"\nlanguage = \"de\"\ndescription = \"x\"",
            text: "x\n{{{name}}}",
            html: nil
        )
        do {
            _ = try Template(source)
            Issue.record("the template was accepted")
        } catch {
            #expect("\(error)".contains("absage/message.txt:2: unescaped tags"))
        }
    }

    @Test func `the digest of a template changes with any byte of any file`() {
        let sources = [
            TemplateSource(name: "a", manifest: "m", text: "t", html: "h"),
            TemplateSource(name: "a", manifest: "m", text: "t", html: nil),
            TemplateSource(name: "a", manifest: "m", text: "t", html: ""),
            TemplateSource(name: "a", manifest: "n", text: "t", html: "h"),
            TemplateSource(name: "a", manifest: "m", text: "u", html: "h"),
            TemplateSource(name: "a", manifest: "mt", text: "", html: "h"),
        ]
        #expect(Set(sources.map(\.digest)).count == sources.count)
        let renamed = TemplateSource(name: "b", manifest: "m", text: "t", html: "h")
        #expect(renamed.digest == sources[0].digest)
    }
}
