import MailCampaign
import MailCore
import MailImport
import MailJournal
import TestSupport
import Testing

/// What the guard asks about once, however many rows have it.
struct ValueTests {
    private static let header = "Vorname;Nachname;E-Mail;Telefon;Buchungs-ID;Datum;Uhrzeit;Ort"

    /// Rows from 2 on.
    ///
    /// The place of rows 3 and 4 holds the name of row 5, that of row 6 the name of row 2. Row 7 is
    /// the person of row 3 again, in another house.
    private static let schedule = schedule([
        ("Cosima;Distelkamp;cosima@example.org;0221 4710011;BZ-4700011", "10:10", "Haus A"),
        ("Quirin;Salbeiröder;quirin@example.org;;BZ-4700022", "10:12", "Schule Maria Weber"),
        (
            "Wencke;Ginsterbühl;wencke@example.org;0221 4710033;BZ-4700033", "10:14",
            "Schule Maria Weber"
        ),
        ("Maria;Weber;maria@example.org;0221 4710044;BZ-4700044", "10:16", "Haus A"),
        (
            "Frauke;Holunder;frauke@example.org;0221 4710055;BZ-4700055", "10:18",
            "bei Cosima Distelkamp"
        ),
        ("Quirin;Salbeiröder;quirin@example.org;;BZ-4700066", "10:20", "Haus A"),
    ])

    private static func schedule(_ people: [(person: String, time: String, place: String)])
        -> String
    {
        let rows = people.map { "\($0.person);19.03.2097;\($0.time);\($0.place)" }
        return ([header] + rows).joined(separator: "\r\n") + "\r\n"
    }

    private let office: CampaignScene
    private let plan: PlanReport
    private var id: String { plan.campaign.id }

    init() throws {
        office = try CampaignScene()
        plan = try office.plan(text: Self.schedule)
    }

    @discardableResult
    private func say(_ value: Int, _ answer: ValueAnswer) throws -> DecisionReport {
        try office.open { try Decision(of: id, in: $0).take(.value(value, answer)) }
    }

    private func report() throws -> PlanReport {
        try office.open { try Approval(of: id, in: $0).look(isMasked: true).view.report }
    }

    @Test func `a value is one question for all its rows, and the others are planned`() throws {
        #expect(plan.values.map(\.question.rows) == [[3, 4, 7], [6]])
        #expect(plan.values.map(\.number) == [1, 2])
        #expect(plan.values.allSatisfy { $0.answer == nil && $0.answers.count == 3 })
        #expect(plan.messages == 2 && plan.classes[.needsDecision] == 4)
        let words = plan.values.map(\.question.words.english)
        #expect(words[0] == "its place holds a name that is also that of row 5")
        #expect("\(plan.text)".contains("value 1: its place holds a name"))
        #expect(!"\(plan.text)".contains("Weber"))
        #expect(plan.questions.map(\.answers) == Array(repeating: [.phone, .leaveOut], count: 4))
    }

    @Test func `the numbers stay, whatever was answered, and when it is planned again`() throws {
        try say(1, .leaveOut)
        #expect(try report().values.map(\.number) == [1, 2])
        #expect(try report().values.map(\.answer) == [.leaveOut, nil])
        let again = try office.plan(text: Self.schedule)
        #expect(again.values.map(\.question) == plan.values.map(\.question))
    }

    @Test func `what is fine goes as it was planned, one message to each person`() async throws {
        let report = try say(1, .fine)
        #expect(report.outcome.changed.map(\.row) == [3, 4, 7] && report.undecided == 1)
        #expect(report.outcome.changed.allSatisfy { $0.isFine && $0.message != nil })
        #expect(report.outcome.changed[0].message == report.outcome.changed[2].message)
        #expect(report.isAnother)
        try say(2, .phone)
        let view = try office.view(of: id)
        #expect("\(view.text)".contains("value 1, row 3, 4, 7, fine, e-mail as planned: its place"))
        #expect("\(view.text)".contains("of row 5 (“Schule Maria Weber”, “Haus A”)"))
        #expect("\(view.text)".contains("value 2, row 6, to be phoned: its place holds a name"))
        try office.approve(id)
        _ = try await office.send(id)
        #expect(office.script.past.attempts.count == 4)
        let verification = try office.open { try Verification(of: id, in: $0) }
        #expect(verification.failures == [] && verification.foreignValues == 0)
    }

    @Test func `whoever has no number is left out where the others are phoned`() throws {
        #expect(
            try say(1, .phone).outcome.changed.map(\.rowClass) == [
                .noContact, .noEmail, .noContact,
            ]
        )
        #expect(try say(1, .phone).outcome.changed.isEmpty)
        #expect(try report().values.map(\.answer) == [.phone, nil])
    }

    @Test func `a row that was answered by itself stays as it is`() throws {
        try office.open { _ = try Decision(of: id, in: $0).take(.leave(rows: [4], .leaveOut)) }
        let report = try say(1, .fine)
        #expect(report.outcome.changed.map(\.row) == [3, 7])
        #expect(report.outcome.unchanged.map(\.row) == [4])
        let again = try say(1, .leaveOut)
        #expect(again.outcome.changed.isEmpty && again.digest == report.digest)
        #expect(try self.report().values[0].answer == .fine)
    }

    @Test func `an approval given before is void, and there is no third value`() throws {
        try say(1, .leaveOut)
        try say(2, .leaveOut)
        let before = try office.approve(id).campaign.digest
        let other = try office.plan(text: Self.schedule)
        #expect(other.campaign.digest != before)
        for number in [0, 3] {
            let error = #expect(throws: DecisionError.noSuchValue(number)) {
                try say(number, .fine)
            }
            #expect(error.flatMap { Conclusion($0) } == .usage)
        }
    }

    @Test func `an address by hand does not make its row's cells fine`() throws {
        let office = office
        #expect(throws: DecisionError.self) {
            try office.open {
                let given = try GivenAddress("frauke@example.org")
                _ = try Decision(of: id, in: $0).take(.send(row: 6, given, start: nil))
            }
        }
    }

    /// As a signature does.
    @Test func `whoever is called like somebody whom the letter names can be told`() async throws {
        let office = try CampaignScene()
        try office.copyTemplates()
        for (name, mark) in [("message.txt", ""), ("message.html", "<p>")] {
            let file = "Templates/termin-absage/\(name)"
            let line = "\(mark)Diese E-Mail wurde"
            let signed = try office.text(of: file).replacing(
                line,
                with: "\(mark)Maria Weber\n\(line)"
            )
            try office.write(signed, to: file)
        }
        let plan = try office.plan(text: Self.schedule)
        #expect(plan.values.map(\.question.rows) == [[3, 4, 7], [5], [6]])
        #expect(
            plan.values[1].question.words.english.hasPrefix(
                "the letter itself tells everybody a name"
            )
        )
        let id = plan.campaign.id
        for (value, answer) in [(1, ValueAnswer.phone), (2, .fine), (3, .leaveOut)] {
            try office.open { _ = try Decision(of: id, in: $0).take(.value(value, answer)) }
        }
        try office.approve(id)
        _ = try await office.send(id)
        #expect(office.script.past.attempts.count == 2)
        #expect(try office.open { try Verification(of: id, in: $0) }.failures == [])
    }

    @Test func `a time of day that somebody typed into their name can be fine`() async throws {
        let office = try CampaignScene()
        let plan = try office.plan(
            text: Self.schedule([
                ("08:30;Uhr;cosima@example.org;0221 4710011;BZ-4700011", "10:10", "Haus A"),
                ("Quirin;Salbeiröder;quirin@example.org;;BZ-4700022", "10:12", "Haus A"),
            ])
        )
        #expect(plan.values.map(\.question.rows) == [[2]])
        let id = plan.campaign.id
        try office.open { _ = try Decision(of: id, in: $0).take(.value(1, .fine)) }
        try office.approve(id)
        _ = try await office.send(id)
        #expect(office.script.past.attempts.count == 2)
        #expect(try office.open { try Verification(of: id, in: $0) }.failures == [])
    }
}
