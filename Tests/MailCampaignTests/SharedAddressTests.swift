import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// An address that somebody else of the schedule has.
struct SharedAddressTests {
    private let office: CampaignScene
    private let id: String

    /// Row 2 has `person.100000@example.org`, row 3 none that can be used.
    init() throws {
        office = try CampaignScene()
        id = try office.plan(SmallSchedule(people: 3).with(row: 3, "E-Mail", "keine@keine.de"))
            .campaign.id
    }

    private func send(_ address: String, typing typed: String?) throws -> (DecisionReport, Int) {
        var asked = 0
        let answer = try Decision.Answer.send(row: 3, GivenAddress(address), start: nil)
        let report = try office.open {
            try Decision(of: id, in: $0).take(answer) { question in
                asked += 1
                #expect(question.others == [2])
                return typed
            }
        }
        return (report, asked)
    }

    @Test func `whoever names the row shares it, and it is told to be compared`() throws {
        let (report, asked) = try send("person.100000@example.org", typing: " 2 ")
        #expect(asked == 1 && report.outcome.changed.map(\.row) == [3])
        let note = report.notes.first.map { "\($0)" } ?? ""
        #expect(note.contains("Row 3 will be written to at p•••"), "\(note)")
        #expect(note.contains("which row 2 has, too") && !note.contains("person.100000"))
    }

    @Test(arguments: [nil, "", "3", "ja", "2 3"])
    func `any other answer, and none, changes nothing`(typed: String?) throws {
        #expect(throws: DecisionError.shared(3, with: [2])) {
            try send("person.100000@example.org", typing: typed)
        }
        #expect(try send("neu@example.org", typing: nil).1 == 0)
    }
}
