import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// Templates with a fault, and what the refusal must name.
struct WrongTemplateTests {
    private let office: CampaignScene

    init() throws {
        office = try CampaignScene()
        try office.copyTemplates()
    }

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
    ) throws {
        let name = "Templates/termin-absage/\(file)"
        let text = try office.text(of: name)
        let place = try #require(text.firstRange(of: right))
        let line = text[..<place.lowerBound].count { $0.isNewline } + 1
        try office.write(text.replacing(right, with: wrong, maxReplacements: 1), to: name)

        let planning = #expect(throws: TemplateError.self) {
            try office.plan(SmallSchedule(people: 3))
        }
        let review = #expect(throws: TemplateError.self) {
            try TemplateReview(of: [], at: office.places, in: office.surroundings)
        }
        for error in [planning, review] {
            let sentence = error.map { "\($0)" } ?? ""
            #expect(sentence.contains("termin-absage/\(file):\(line): "))
            #expect(sentence.contains(word))
        }
        #expect(try office.campaigns() == [])
    }

    /// What the linter warns of, whoever approves has to see.
    @Test func `a warning keeps nothing back and stands in the view`() throws {
        let name = "Templates/termin-absage/template.toml"
        try office.write(
            office.text(of: name).replacing("Absage: ", with: "Wichtig: "),
            to: name
        )
        let view = try office.view(of: office.plan(SmallSchedule(people: 3)).campaign.id)
        #expect(
            view.warnings.contains {
                guard case .planned(let text) = $0 else { return false }
                return text.contains("template.toml: warning C-17")
            }
        )
    }

    @Test func `a template that is not there is refused, and those that are get named`() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try office.plan(SmallSchedule(people: 3)) { $0.template = "quark" }
        }
        #expect(
            error
                == .templateIncomplete(
                    "quark",
                    folder: office.path("Templates"),
                    others: [
                        "benachrichtigung-art-34", "berichtigung", "termin-absage",
                        "termin-absage-neu-buchen", "termin-bleibt-abgesagt", "termin-gilt-wieder",
                    ]
                )
        )
    }

    @Test func `a value that is missing in a row is refused by its row`() throws {
        for part in ["message.txt", "message.html"] {
            let name = "Templates/termin-absage/\(part)"
            // Outside a section the value must be there for everybody.
            try office.write(
                office.text(of: name)
                    .replacing("{{anrede}},", with: "{{anrede}} {{vorname}},"),
                to: name
            )
        }
        let error = #expect(throws: (any Error).self) {
            try office.plan(SmallSchedule(people: 4).with(row: 4, "Vorname", ""))
        }
        let sentence = error.map { "\($0)" } ?? ""
        #expect(sentence.contains("row 4") && sentence.contains("vorname"), "\(sentence)")
        #expect(try office.campaigns() == [])
    }
}
