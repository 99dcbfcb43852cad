import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

struct ApprovalTests {
    private let office: CampaignScene

    init() throws {
        office = try CampaignScene(Configuration().with { $0.people = 2 })
    }

    private func prepare(_ report: PlanReport, digest: String? = nil) throws -> Approval.Ready {
        try office.open {
            try Approval(of: report.campaign.id, in: $0)
                .prepare(digest: digest ?? report.campaign.digest.hex, isMasked: true)
        }
    }

    @Test func `the planner cannot approve, and somebody else can`() throws {
        let report = try office.plan(SmallSchedule(people: 3))
        let id = report.campaign.id
        #expect(
            throws: Refusal.samePerson(
                .planned(by: "anna (1001)"),
                campaign: id,
                approver: "anna (1001)"
            )
        ) { try prepare(report) }
        office.become(1_002, "bernd")
        #expect(try office.approve(id).state == .approved)
    }

    @Test(arguments: ["", "00", "kein-hex", String(repeating: "0", count: 64)])
    func `another digest approves nothing`(digest: String) throws {
        let report = try office.plan(SmallSchedule(people: 3))
        office.become(1_002, "bernd")
        #expect(throws: Refusal.digestDiffers(campaign: report.campaign.id)) {
            try prepare(report, digest: digest)
        }
    }

    @Test func `rows in doubt come first, and who decides to write cannot approve`() throws {
        let report = try office.plan(SmallSchedule(people: 3).with(row: 3, "Uhrzeit", ""))
        let id = report.campaign.id
        office.become(1_002, "bernd")
        #expect(throws: Refusal.undecided(campaign: id, rows: 1)) { try prepare(report) }
        let decided = try office.open {
            try Decision(of: id, in: $0).take(
                .send(row: 3, GivenAddress("frauke@post.example"), start: "2097-03-19 08:15")
            )
        }
        #expect(decided.undecided == 0 && decided.isAnother)
        #expect(
            throws: Refusal.samePerson(
                .decided(by: "bernd (1002)"),
                campaign: id,
                approver: "bernd (1002)"
            )
        ) { try prepare(report, digest: decided.digest.hex) }
        office.become(1_003, "clara")
        #expect(try office.approve(id).state == .approved)
    }

    @Test func `what was typed must be what the view shows`() throws {
        let report = try office.plan(SmallSchedule(people: 3))
        let id = report.campaign.id
        office.become(1_002, "bernd")
        for answers in [[], ["3"], ["4", "19.03.2097"], ["3", "20.03.2097"], ["3", "heute"]] {
            #expect(throws: Refusal.wrongFigures(campaign: id), "\(answers)") {
                try prepare(report).approve(by: "B. Muster", confirmedBy: .typing(answers))
            }
        }
        let given = try prepare(report)
            .approve(by: "B. Muster", confirmedBy: .typing(["3 Nachrichten", "Di 19.03.2097"]))
        #expect(given.status.state == .approved)
    }

    @Test(arguments: [
        "", "  ", "\u{A0}", "\u{200B}\u{2060}", "\u{3164}", "\u{202E}", "\u{E0041}", "--",
        "\u{2800}",
    ])
    func `a name that nobody can read approves nothing`(name: String) throws {
        let report = try office.plan(SmallSchedule(people: 3))
        office.become(1_002, "bernd")
        #expect(throws: WrongRequest.noApproverName) {
            try prepare(report).approve(by: name, confirmedBy: .nobody)
        }
        #expect(ApproverName(" Łucja 2\u{200B}")?.text == "Łucja 2")
        #expect(ApproverName("李") != nil)
    }

    @Test func `a campaign without messages cannot be approved`() throws {
        let report = try office.plan(SmallSchedule(people: 1).with(row: 2, "E-Mail", ""))
        office.become(1_002, "bernd")
        #expect(throws: Refusal.noMessages(campaign: report.campaign.id)) { try prepare(report) }
    }

    @Test func `a changed configuration is named before anything is approved`() throws {
        let report = try office.plan(SmallSchedule(people: 2))
        let id = report.campaign.id
        office.become(1_002, "bernd")
        let changed = Configuration().with {
            $0.people = 2
            $0.from = "Andere Stelle <termine@kreis.example>"
        }
        try office.write(changed.text, to: "einzelpost.toml")
        #expect(throws: Refusal.changed(.authority, campaign: id)) { try prepare(report) }
        let view = try office.open { try Approval(of: id, in: $0).look(isMasked: true).view }
        #expect(view.change.map { "\($0)" }?.contains("[sender]") == true)
    }
}

struct ConfirmationQuestionTests {
    @Test(arguments: [
        "1494", " 1.494 ", "1'494", "1494 messages", "1.494 Nachrichten", "1494 Mails.",
    ])
    func `a number as people type it`(typed: String) {
        #expect(ConfirmationQuestion.messages(1494).isAnswered(by: typed))
    }

    @Test(arguments: ["", "149", "14944", "eins", "1494 Leute", "-1494", "1494 1494"])
    func `anything else is no answer`(typed: String) {
        #expect(!ConfirmationQuestion.messages(1494).isAnswered(by: typed))
    }

    @Test(arguments: ["2097-03-19", "19.03.2097", "19.3.2097", "Di 19.03.2097", "Di., 19.03.2097"])
    func `a day as people type it`(typed: String) {
        #expect(ConfirmationQuestion.lastDay(SmallSchedule.localDay).isAnswered(by: typed))
    }

    @Test(arguments: ["", "19", "19.03.97", "19.03.2096", "2097-03-19 2097-03-19"])
    func `another day is no answer`(typed: String) {
        #expect(!ConfirmationQuestion.lastDay(SmallSchedule.localDay).isAnswered(by: typed))
    }
}
