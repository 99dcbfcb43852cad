import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// The report on a campaign, and the papers for data protection.
struct PaperTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene(Configuration.whole) }

    private func report(
        _ id: String,
        as name: String,
        _ language: Language = .de
    ) throws -> String {
        let report = try office.open { try CampaignReport(of: id, in: $0) }
        _ = try WrittenReport(report, in: office.path(name), language)
        return try office.text(of: name)
    }

    /// The rows of each table of Markdown, without header and rule.
    private static func tables(in text: String) -> [[[String]]] {
        text.split(separator: "\n\n").filter { $0.hasPrefix("| ") }.map { table in
            table.split(separator: "\n").dropFirst(2).map { line in
                line.split(separator: "|").map {
                    $0.replacing("*", with: "").trimmingCharacters(in: .whitespaces)
                }
            }
        }
    }

    private static func number(_ text: String) -> Int { Int(text.replacing(".", with: "")) ?? -1 }

    private func sent() async throws -> String {
        let schedule = SmallSchedule(people: 12).with(row: 4, "E-Mail", "").with(
            row: 5,
            "Status",
            "storniert"
        )
        let id = try office.ready(schedule)
        _ = try await office.send(id)
        return id
    }

    @Test(arguments: Language.allCases)
    func `every sum of the report adds up`(language: Language) async throws {
        let id = try await sent()
        let tables = Self.tables(in: try report(id, as: "r.md", language))
        #expect(tables.count == 4)
        for table in tables {
            let numbers = table.map { Self.number($0.last ?? "") }
            #expect(numbers.dropLast().reduce(0, +) == numbers.last, "\(table)")
        }
        #expect(tables.map { Self.number($0.last?.last ?? "") } == [12, 10, 10, 1])
    }

    @Test func `the page has a text for every picture, needs nothing else and names nobody`()
        async throws
    {
        let id = try await sent()
        let page = try report(id, as: "r.html")
        #expect(page.contains("<html lang=\"de\">"))
        let pictures = page.ranges(of: "<svg role=\"img\" aria-labelledby=").count
        #expect(pictures > 0 && pictures == page.ranges(of: "<svg").count)
        #expect(page.ranges(of: "<desc id=").count == pictures)
        #expect(page.ranges(of: "<title id=").count == pictures)
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("src="))
        for text in [page, try report(id, as: "r.md"), try report(id, as: "en.html", .en)] {
            for word in ["example.org", "BZ-47", "Distel", "Ginster", "Frauke", "+49"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
        #expect(page.contains("A. Muster") && page.contains("@page"))
    }

    @Test func `what came from outside cannot become markup`() async throws {
        let text = SmallSchedule(people: 1).text
        try office.write(text, to: "<b>a|b*.csv")
        let choice = SmallSchedule.choice(of: office.path("<b>a|b*.csv"))
        let id = try office.open { try Planning(workspace: $0, choice: choice).run().campaign.id }
        #expect(try report(id, as: "r.html").contains("&lt;b&gt;a|b*.csv"))
        #expect(try report(id, as: "r.md").contains("\\<b\\>a\\|b\\*.csv"))
    }

    @Test func `it can be written before, and after the people are gone`() async throws {
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        #expect(try report(id, as: "before.md").contains("nicht freigegeben"))
        try office.approve(id)
        _ = try await office.send(id)
        _ = try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: .nobody) }
        let text = try report(id, as: "after.md")
        #expect(text.contains("gelöscht am 18.03.2097") && text.contains("nicht mehr bekannt"))
        #expect(throws: UnclearRequest.reportForm) { try WrittenReport.check("r.pdf") }
        #expect(throws: FileError.self) { try WrittenReport.check(office.path("after.md")) }
    }

    @Test func `an incident and a follow-up stand in it`() async throws {
        let id = try await sent()
        let incident = IncidentCase(at: office.places, in: office.surroundings)
        _ = try await incident.open(id, typed: "2097-03-18T11:45")
        _ = try office.open {
            try FollowUpPlanning(.init(of: id, template: "berichtigung"), in: $0).run()
        }
        let text = try report(id, as: "r.md")
        #expect(text.contains("Datenpanne, bekannt seit 18.03.2097, 11:45 Uhr: offen"))
        #expect(text.contains("(„berichtigung“): 10 Nachrichten, geplant"))
    }

    private func papers(_ office: CampaignScene, in folder: String) throws -> [String: String] {
        let written = try office.open { try Papers(in: $0).write(into: office.path(folder)) }
        var texts: [String: String] = [:]
        for file in written.files {
            texts[file.name] = try office.text(of: "\(folder)/\(file.name)")
            #expect(file.blanks == texts[file.name]?.ranges(of: "[bitte ").count)
        }
        return texts
    }

    @Test func `two configurations give different papers, and what is not known is a blank`() throws
    {
        let whole = try papers(office, in: "p")
        let bare = try CampaignScene(Configuration().with { $0.people = 2 })
        let other = try papers(bare, in: "p")
        #expect(whole.keys.sorted() == other.keys.sorted() && whole.count == 4)
        for (name, text) in whole { #expect(other[name] != text, "\(name)") }
        let (record, blank) = (whole["verzeichnis-art-30.md"], other["verzeichnis-art-30.md"])
        #expect(record?.contains("Art. 6 Abs. 1 Buchst. e DSGVO") == true)
        #expect(record?.contains("Kommunales Rechenzentrum Muster") == true)
        #expect(blank?.contains("[bitte ergänzen: Rechtsgrundlage]") == true)
        #expect(blank?.contains("[bitte ergänzen: Betreiber des Mailservers]") == true)
        #expect(
            whole["massnahmen-art-32.md"]?.contains("vier Augen sind nicht eingestellt") == true
        )
        #expect(other["massnahmen-art-32.md"]?.contains("Vier Augen: Wer plant") == true)
        #expect(whole["hinweis-art-13.md"]?.contains("schreiben wir Ihnen eine E-Mail") == true)
        #expect(whole["loeschkonzept.md"]?.contains("| Personen einer Aktion |") == true)
    }

    @Test func `papers tell how much was done, and of nobody`() async throws {
        _ = try await sent()
        let texts = try papers(office, in: "p")
        #expect(texts["verzeichnis-art-30.md"]?.contains("**Angenommene Nachrichten:** 10") == true)
        for (name, text) in texts {
            for word in ["example.org", "BZ-47", "Distel", "Frauke"] {
                #expect(!text.contains(word), "\(name): \(word)")
            }
        }
    }
}
