import Foundation
import MailCampaign
import MailCore
import MailImport
import MailJournal
import TestSupport
import Testing

struct PlanningTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    @Test func `every row gets a class, and the sum is that of the file`() throws {
        let schedule = SmallSchedule(people: 5).with(row: 3, "E-Mail", "")
            .with(row: 4, "Datum", "20.03.2097")
        let report = try office.plan(schedule)
        #expect(report.rowCount == 5)
        #expect(report.messages == 3)
        #expect(report.classes[.noEmail] == 1)
        #expect(report.classes[.outOfWindow] == 1)
        #expect(report.questions.isEmpty)
    }

    @Test func `a file with other rows than expected is refused, and nothing is stored`() throws {
        let schedule = SmallSchedule(people: 5)
        #expect(throws: Refusal.unexpectedRows(expected: 10, found: 5)) {
            try office.plan(schedule) { $0.expected = 10 }
        }
        #expect(try office.plan(schedule).campaign.id.hasSuffix("-1"))
    }

    @Test func `a row that needs no answer takes none`() throws {
        let schedule = SmallSchedule(people: 3).with(row: 3, "E-Mail", "")
        #expect(throws: WrongRequest.nothingToLeaveOut(row: 3)) {
            try office.plan(schedule) { $0.leftOut = [3] }
        }
        #expect(throws: WrongRequest.notLikeATest(row: 2)) {
            try office.plan(schedule) { $0.realRows = [2] }
        }
    }

    @Test(arguments: ["", "../termin-absage", ".", "a/b"])
    func `a template's name is no path`(name: String) throws {
        #expect(throws: WrongRequest.noTemplateName(name)) {
            try office.plan(SmallSchedule(people: 1)) { $0.template = name }
        }
    }

    @Test func `a file that is not there, and one that is no file`() throws {
        let missing = office.path("nichts.csv")
        #expect(throws: FileError.missing(missing)) {
            try office.plan(SmallSchedule(people: 1)) { $0.file = missing }
        }
        #expect(throws: FileError.notPlain(office.folder.path)) {
            try office.plan(SmallSchedule(people: 1)) { $0.file = office.folder.path }
        }
    }

    @Test func `a row in doubt is a question with its answers`() throws {
        let report = try office.plan(SmallSchedule(people: 3).with(row: 3, "Uhrzeit", ""))
        let question = try #require(report.questions.first)
        #expect(question.row.row == 3)
        #expect(question.answers == [.phone, .leaveOut, .send])
    }

    /// Nobody sees in a sum that a whole site was meant to be left alone.
    @Test func `several sites or services of which none was chosen are warned of`() throws {
        let day = SmallSchedule.day
        let kinds = [("Halle 1", "Beratung"), ("Halle 2", "Beratung"), ("Halle 2", "Ausweis")]
        let parts =
            kinds.flatMap { Array(repeating: $0, count: 5) } + [("Halle 9", "Ausweis")]
        let rows = parts.enumerated().map { number, part in
            "Muster\(number);Erika;e\(number)@post.example;\(day);10:\(10 + number);\(part.0);\(part.1)\r\n"
        }
        let header = "Nachname;Vorname;E-Mail;Datum;Uhrzeit;Ort;Leistung\r\n"
        try office.write(header + rows.joined(), to: "orte.csv")
        func plan(_ change: (inout Planning.Choice) -> Void) throws -> PlanReport {
            try office.plan(SmallSchedule(people: 1)) {
                $0.file = office.path("orte.csv")
                change(&$0)
            }
        }
        func warnings(_ report: PlanReport, _ word: String) -> Int {
            report.campaign.facts.warnings.count { $0.contains(word) }
        }
        let all = try plan { _ in }
        #expect(warnings(all, "3 sites are cancelled") == 1)
        #expect(warnings(all, "2 services are cancelled") == 1)
        #expect(all.text.en.text.contains("       5  \(day)  Halle 2  Ausweis"), "\(all.text)")
        #expect(all.cancelled.map(\.appointments).reduce(0, +) == 16)
        #expect(!all.text.en.text.contains("Halle 9"), "\(all.text)")
        let chosen = try plan { $0.sites = ["Halle 2"] }
        #expect(warnings(chosen, "sites") == 0 && warnings(chosen, "2 services") == 1)
        #expect(chosen.cancelled.map(\.site) == ["Halle 2", "Halle 2"])
        let one = try plan { ($0.sites, $0.services) = (["Halle 2"], ["Ausweis"]) }
        #expect(warnings(one, "are cancelled, and none") == 0 && one.parts == nil)
    }
}
