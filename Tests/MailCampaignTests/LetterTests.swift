import Foundation
import MailCampaign
import MailCore
import MailImport
import MailJournal
import TestSupport
import Testing

/// Whole letters of the shipped templates, as people read them: Tests/Fixtures/letters.
struct LetterTests {
    private static let columns = "E-Mail;Telefon;Buchungs-ID;Datum;Uhrzeit;Ort"
    private static let twoColumns = """
        Vorname;Nachname;\(columns)
        Ayşe;Yılmaz;ayse@example.org;0221 4710011;BZ-4700002;19.03.2097;10:10;Haus A, Musterstraße 1, 12345 Musterstadt
        Anna;Beispiel;familie@example.org;0221 4710012;BZ-4700003;19.03.2097;10:20;Haus A
        Otto;Beispiel;familie@example.org;0221 4710012;BZ-4700004;19.03.2097;10:30;Haus A
        Erika;Muster;erika@example.org;0221 4710013;BZ-4700005;19.03.2097;10:40;Haus A
        Erika;Muster;erika@example.org;0221 4710013;BZ-4700006;19.03.2097;16:05;Haus B

        """
    private static let oneColumn = """
        Name;\(columns)
        Jürgen Groß;jg@example.org;0221 4710011;BZ-4700002;19.03.2097;10:10;Haus A
        Groß;gross@example.org;0221 4710012;BZ-4700003;19.03.2097;10:20;Haus A

        """

    @Test func `one person, two at one address, and two appointments`() throws {
        let letters = try Self.letters(of: Self.twoColumns, rows: [2, 3, 4, 5])
        #expect(letters[0] == (try Self.golden("one-person")))
        #expect(letters[1] == (try Self.golden("shared-address-anna")))
        #expect(letters[2] == (try Self.golden("shared-address-otto")))
        #expect(letters[3] == (try Self.golden("two-appointments")))
    }

    @Test func `a name in one column`() throws {
        let letters = try Self.letters(of: Self.oneColumn, rows: [2, 3])
        #expect(letters[0] == (try Self.golden("one-column-name")))
        #expect(letters[1] == (try Self.golden("one-column-family-name")))
    }

    /// With everything that a configuration can say, and two appointments; and with as little as may be.
    @Test(arguments: [
        "termin-absage-neu-buchen", "termin-gilt-wieder", "termin-bleibt-abgesagt", "berichtigung",
        "benachrichtigung-art-34",
    ])
    func `the other templates`(template: String) async throws {
        for (name, office) in [
            ("short", try CampaignScene()), ("whole", try CampaignScene(Configuration.whole)),
        ] {
            let id = try office.plan(text: Self.twoColumns).campaign.id
            try office.approve(id)
            _ = try await office.send(id)
            let report = try office.open {
                try FollowUpPlanning(.init(of: id, template: template), in: $0).run()
            }
            let letters = try Self.letters(of: report.campaign.id, in: office, rows: [2, 5])
            #expect(letters[0] == (try Self.golden("\(template)-one-\(name)")))
            #expect(letters[1] == (try Self.golden("\(template)-two-\(name)")))
        }
    }

    private static func letters(of schedule: String, rows: [Int]) throws -> [[String]] {
        let office = try CampaignScene()
        return try letters(of: office.plan(text: schedule).campaign.id, in: office, rows: rows)
    }

    private static func letters(
        of id: String,
        in office: CampaignScene,
        rows: [Int]
    ) throws -> [[String]] {
        try office.open { workspace in
            try MessagePreview(of: id, in: workspace).look(rows: rows).messages.map { message in
                #expect(message.difference == nil)
                let (view, lines) = (
                    message.view, message.view.text.split(whereSeparator: \.isNewline)
                )
                return ["To: \(view.to)", "Subject: \(view.subject)"] + lines.map(String.init)
            }
        }
    }

    private static func golden(_ name: String) throws -> [String] {
        let file = "\(CampaignScene.root)/Tests/Fixtures/letters/\(name).txt"
        return try String(contentsOfFile: file, encoding: .utf8)
            .split(whereSeparator: \.isNewline).map(String.init)
    }
}
