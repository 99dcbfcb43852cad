import Foundation
import TestSupport
import Testing

/// Templates with a fault, and what the refusal must name.
struct WrongTemplateTests {
    @Test func `the linter tells rule, place and advice, and plan refuses the same`() async throws {
        let office = try Operator()
        try office.copyTemplates()
        let name = "Templates/termin-absage/message.html"
        let html = try String(contentsOfFile: office.path(name), encoding: .utf8)
        let planted = "<a href=\"https://bit.ly/x\">{{vorname}}s</a><img src=\"a.png\"></main>"
        try office.write(html.replacing("</main>", with: planted), to: name)
        let line = html.split(separator: "\n").firstIndex { $0.contains("</main>") }.map { $0 + 1 }

        let result: LintResult = try await office.run("lint --format json").exited(3).json()
        let report = result.templates.first { $0.template == "termin-absage" }
        let findings = try #require(report?.findings)
        #expect(findings.map(\.rule) == ["C-19", "C-07", "C-08", "C-16", "C-09"])
        #expect(findings.allSatisfy { $0.severity == "error" && !$0.advice.isEmpty })
        #expect(
            findings.map(\.file) == [String](repeating: "message.html", count: 4) + ["message.txt"]
        )
        #expect(findings.map(\.line) == [nil, line, line, line, nil])

        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days)").exited(3)
        for rule in Set(findings.map(\.rule)) { #expect(ending.errors.contains(rule)) }
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
