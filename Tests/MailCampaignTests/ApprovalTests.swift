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

    @Test func `whoever leaves somebody out may approve it`() throws {
        let report = try office.plan(SmallSchedule(people: 3).with(row: 4, "Status", "vielleicht"))
        let id = report.campaign.id
        office.become(1_002, "bernd")
        let decided = try office.open { try Decision(of: id, in: $0).take(.phoneAllDoubtful) }
        #expect(decided.undecided == 0)
        #expect(try office.approve(id).state == .approved)
    }

    /// An approval given while one person was enough is none when it takes two.
    @Test func `at send it is looked at again`() async throws {
        try office.write(Configuration().text, to: "einzelpost.toml")
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        try office.approve(id)
        try office.write(Configuration().with { $0.people = 2 }.text, to: "einzelpost.toml")
        office.become(1_002, "bernd")
        await #expect(
            throws: Refusal.samePerson(
                .planned(by: "anna (1001)"),
                campaign: id,
                approver: "anna (1001)"
            )
        ) { try await office.send(id) }
        #expect(office.script.past.taken.isEmpty)
    }

    @Test func `a plan for two stays one for two`() throws {
        let report = try office.plan(SmallSchedule(people: 3))
        try office.write(Configuration().text, to: "einzelpost.toml")
        #expect(throws: Refusal.self) { try prepare(report) }
        office.become(1_002, "bernd")
        #expect(try office.approve(report.campaign.id).state == .approved)
    }

    /// Two people who cannot be told apart are one.
    @Test(arguments: [(1_001, nil), (nil, 1_002), (nil, nil)] as [(UInt32?, UInt32?)])
    func `whoever has no login is no second person`(planner: UInt32?, approver: UInt32?) throws {
        office.become(login: planner)
        let report = try office.plan(SmallSchedule(people: 3))
        office.become(login: approver)
        let error = #expect(throws: Refusal.self) { try prepare(report) }
        #expect(error.map { "\($0)".contains("without a login") } == true)
        #expect(error.map { "\($0)".contains("approval.people = 2") } == true)
    }

    @Test func `what was typed must be what the view shows`() throws {
        let report = try office.plan(SmallSchedule(people: 3))
        let id = report.campaign.id
        office.become(1_002, "bernd")
        let bernd = try #require(ApproverName("B. Muster"))
        for answers in [[], ["3"], ["4", "19.03.2097"], ["3", "20.03.2097"], ["3", "heute"]] {
            #expect(throws: Refusal.wrongFigures(campaign: id), "\(answers)") {
                try prepare(report).approve(by: bernd, confirmedBy: .typing(answers))
            }
        }
        let given = try prepare(report)
            .approve(by: bernd, confirmedBy: .typing(["3 Nachrichten", "Di 19.03.2097"]))
        #expect(given.status.state == .approved)
    }

    @Test(arguments: [
        "", "  ", "\u{A0}", "\u{200B}\u{2060}", "\u{3164}", "\u{202E}", "\u{E0041}", "--",
        "\u{2800}",
    ])
    func `a name that nobody can read approves nothing`(name: String) throws {
        #expect(throws: WrongRequest.noApproverName) {
            try ApprovalRequest(digest: "00", by: name)
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
