import Foundation
import TestSupport
import Testing

/// Templates with a fault, and what the refusal must name.
struct WrongTemplateTests {
    @Test(
        arguments: [
            ("message.txt", "{{anrede}},", "{{vorname}} {{impfstoff}},", "impfstoff"),
            ("message.txt", "{{anrede}},", "{{{anrede}}},", "unescaped"),
            ("message.txt", "{{anrede}},", "{{&anrede}},", "unescaped"),
            ("message.txt", "{{anrede}},", "{{anrede,", "{{"),
            ("message.txt", "{{anrede}},", "{{>gruss}},", "partials"),
            ("message.txt", "{{anrede}},", "{{<gruss}}{{/gruss}},", "partials"),
            ("message.txt", "{{anrede}},", "{{$gruss}}{{/gruss}},", "partials"),
            ("message.txt", "{{anrede}},", "{{=<% %>=}}<%anrede%>,", "delimiters"),
            ("message.txt", "{{anrede}},", "{{% CONTENT_TYPE:TEXT}},", "pragmas"),
            ("message.html", "{{anrede}},", "{{#gross}}{{anrede}}{{/gross}},", "gross"),
            ("message.html", "{{anrede}},", "{{gross(anrede)}},", "gross"),
            ("message.html", "{{anrede}},", "{{{anrede}}},", "unescaped"),
            ("message.txt", "{{anrede}},", "{{datum}},", "{{#termine}}"),
            ("message.html", "{{hotline}}", "{{hotlinie}}", "hotlinie"),
            ("template.toml", "{{tag}}", "{{tagg}}", "tagg"),
        ]
    )
    func `a wrong tag is refused with its file and line`(
        file: String,
        right: String,
        wrong: String,
        word: String
    ) async throws {
        let office = try Operator()
        try office.copyTemplates()
        let name = "Templates/termin-absage/\(file)"
        let text = try String(contentsOfFile: office.path(name), encoding: .utf8)
        let place = try #require(text.firstRange(of: right))
        let line = text[..<place.lowerBound].count { $0.isNewline } + 1
        try office.write(text.replacing(right, with: wrong, maxReplacements: 1), to: name)

        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days)").exited(78)
        #expect(ending.errors.contains("termin-absage/\(file):\(line): "), "\(ending.errors)")
        #expect(ending.errors.contains(word))
        expectNoCell(in: ending)
        try await expectNothingStored(office)
        let lint = try await office.run("lint").exited(78)
        #expect(lint.errors.contains("termin-absage/\(file):\(line): "), "\(lint.errors)")
    }

    @Test func `the linter tells rule, place and advice, and plan refuses the same`() async throws {
        let office = try Operator()
        try office.copyTemplates()
        let name = "Templates/termin-absage/message.html"
        let html = try String(contentsOfFile: office.path(name), encoding: .utf8)
        let planted = "<a href=\"https://bit.ly/x\">{{vorname}}s</a><img src=\"a.png\"></main>"
        try office.write(html.replacing("</main>", with: planted), to: name)
        let line = html.split(separator: "\n").firstIndex { $0.contains("</main>") }.map { $0 + 1 }

        let result: LintResult = try await office.run("lint --format json").exited(3).json()
        let findings = try #require(result.templates.first?.findings)
        #expect(findings.map(\.rule) == ["C-07", "C-08", "C-16", "C-09"])
        #expect(findings.allSatisfy { $0.severity == "error" && !$0.advice.isEmpty })
        #expect(
            findings.map(\.file) == [String](repeating: "message.html", count: 3) + ["message.txt"]
        )
        #expect(findings.map(\.line) == [line, line, line, nil])

        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days)").exited(3)
        for rule in ["C-07", "C-08", "C-09", "C-16"] { #expect(ending.errors.contains(rule)) }
        try await expectNothingStored(office)
    }

    /// What the linter warns of, whoever approves has to see.
    @Test func `a warning keeps nothing back and stands in the view`() async throws {
        let office = try Operator()
        try office.copyTemplates()
        let name = "Templates/termin-absage/template.toml"
        let manifest = try String(contentsOfFile: office.path(name), encoding: .utf8)
        try office.write(manifest.replacing("Absage: ", with: "Wichtig: "), to: name)
        let plan = try await office.plan(SmallSchedule(people: 3))
        let view = try await office.run("approve \(plan.campaign)").exited(0)
        #expect(view.output.contains("! template.toml: warning C-17"), "\(view.output)")
    }

    @Test func `a template that is not there is refused, and those that are get named`()
        async throws
    {
        let office = try Operator()
        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
        let days = SmallSchedule.days
        let ending = try await office.run("plan termine.csv \(days) --template quark").exited(78)
        #expect(ending.errors.contains("quark"))
        #expect(ending.errors.contains("termin-absage"))
    }

    @Test func `a value that is missing in a row is refused by its row`() async throws {
        let office = try Operator()
        try office.copyTemplates()
        for part in ["message.txt", "message.html"] {
            let name = "Templates/termin-absage/\(part)"
            let text = try String(contentsOfFile: office.path(name), encoding: .utf8)
            // Outside a section the value must be there for everybody.
            try office.write(
                text.replacing("{{anrede}},", with: "{{anrede}} {{vorname}},"),
                to: name
            )
        }
        try office.write(
            SmallSchedule(people: 4).with(row: 4, "Vorname", "").text,
            to: "termine.csv"
        )
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days)")
        #expect([3, 65, 78].contains(ending.status), "\(ending.errors)")
        #expect(ending.errors.contains("row 4"), "\(ending.errors)")
        #expect(ending.errors.contains("vorname"), "\(ending.errors)")
        expectNoCell(in: ending)
        try await expectNothingStored(office)
    }
}

private struct LintResult: Decodable {
    let templates: [Report]

    struct Report: Decodable {
        let template: String
        let findings: [Finding]
    }

    struct Finding: Decodable {
        let rule: String
        let severity: String
        let file: String
        let line: Int?
        let message: String
        let advice: String
    }
}
