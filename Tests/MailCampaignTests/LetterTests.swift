import Foundation
import MailCampaign
import MailCore
import MailImport
import MailJournal
import TestSupport
import Testing

/// Whole letters of the shipped template, as people read them: Tests/Fixtures/letters.
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

    private static func letters(of schedule: String, rows: [Int]) throws -> [[String]] {
        let office = try CampaignScene()
        let id = try office.plan(text: schedule).campaign.id
        return try office.open { workspace in
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
