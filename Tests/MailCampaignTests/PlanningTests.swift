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
}
