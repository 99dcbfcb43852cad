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
