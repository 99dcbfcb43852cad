import Foundation
import MailCampaign
import MailCore
import MailJournal
import TestSupport
import Testing

/// What `approve` shows before anything is approved.
struct ApprovalViewTests {
    private let office: CampaignScene

    init() throws {
        office = try CampaignScene()
    }

    /// Twelve people: five at one provider, four at another; two share an address, one has foreign
    /// letters, one a long name.
    private var schedule: SmallSchedule {
        var schedule = SmallSchedule(people: 12)
        for row in 2...6 { schedule = schedule.with(row: row, "E-Mail", "p\(row)@gross.example") }
        for row in 7...10 { schedule = schedule.with(row: row, "E-Mail", "p\(row)@klein.example") }
        return schedule.with(row: 8, "E-Mail", "p7@klein.example")
            .with(row: 11, "Vorname", "Łucja").with(row: 12, "Nachname", "Wacholder-Quittenkoppel")
            .with(row: 13, "Datum", "21.03.2097")
    }

    private static let fourDays = SmallSchedule.localDay...LocalDay(daysSinceEpoch: 46_467)

    private func planned() throws -> PlanReport {
        try office.plan(schedule) { $0.days = Self.fourDays }
    }

    private func look(_ id: String, isMasked: Bool = true) throws -> ApprovalView {
        try office.open { try Approval(of: id, in: $0).look(isMasked: isMasked) }
    }

    private func text(_ id: String) throws -> String { try look(id).text.en.text }

    private func view(_ plan: PlanReport, isMasked: Bool = true) throws -> [String: Any] {
        let look = try look(plan.campaign.id, isMasked: isMasked)
        #expect(look.conclusion == .done)
        let object = try JSONSerialization.jsonObject(with: Data(look.jsonText.text.utf8))
        return try #require((object as? [String: Any])?["view"] as? [String: Any])
    }

    private func list(_ value: Any?) throws -> [[String: Any]] {
        try #require(value as? [[String: Any]])
    }

    @Test func `it shows what somebody must know, and approves nothing`() throws {
        let plan = try planned()
        let text = try text(plan.campaign.id)
        for word in [
            "termine.csv", "SHA-256", "utf-8, separated by semicolons", "12 rows = 12 send",
            "12 messages", "1 address is shared", "Tue 2097-03-19 ####", "Thu 2097-03-21 ###",
            "first appointment 2097-03-19T10:10:00+01:00, last 2097-03-21T10:21:00+01:00",
            "sending is done at about", "Musterkreis Terminservice <termine@kreis.example>",
            "buergerservice@kreis.example", "ruecklauf@kreis.example", "127.0.0.1:1",
            "termin-absage (de: ", "email = E-Mail",
            "Vermittlungscode: named like a code that opens a booking", "Geb.-Datum: ",
            "Bemerkung: ",
            "hotline 0221 4710 000, täglich 8 bis 20 Uhr: is it staffed now?",
            "first campaign of this journal", "approval by  one person",
        ] {
            #expect(text.contains(word), "\(word)\n\(text)")
        }
        #expect(try look(plan.campaign.id).status.state == .planned)
    }

    @Test func `it ends with the command that approves just this`() throws {
        let plan = try planned()
        let last = try #require(text(plan.campaign.id).split(separator: "\n").last)
        let digest = plan.campaign.digest.hex
        #expect(
            last == "  einzelpost approve \(plan.campaign.id) --digest \(digest) --by \"NAME\""
        )
    }

    @Test func `every sum of it adds up`() throws {
        let plan = try planned()
        let view = try view(plan)
        let classes = try #require(view["classes"] as? [String: Int])
        #expect(classes.values.reduce(0, +) == view["rows"] as? Int)
        let days = try list(view["days"])
        #expect(days.map { $0["appointments"] as? Int } == [11, 1])
        let domains = try list(view["domains"]).compactMap { $0["messages"] as? Int }
        let others = try #require(view["messages_to_other_domains"] as? Int)
        #expect(domains.reduce(others, +) == view["messages"] as? Int)
        #expect(view["digest"] as? String == plan.campaign.digest.hex)
    }

    /// The address of somebody with a domain of their own would be in the view otherwise.
    @Test func `a domain is named when five people share it, and no sooner`() throws {
        let view = try view(planned())
        let named = try list(view["domains"]).compactMap { $0["domain"] as? String }
        #expect(named == ["gross.example"])
        #expect(view["messages_to_other_domains"] as? Int == 7)
    }

    @Test func `five telling messages stand beside the rows they were made from`() throws {
        let view = try view(planned(), isMasked: false)
        let examples = try list(view["examples"])
        #expect(
            examples.map { $0["why"] as? String } == [
                "the earliest appointment", "the latest appointment", "the longest name",
                "an address that others share", "foreign letters",
            ]
        )
        let numbers = try examples.map { try list($0["rows"]).map { $0["row"] as? Int } }
        #expect(numbers == [[2], [13], [12], [8], [11]])
        for (example, row) in zip(examples, [0, 11, 10, 6, 9]) {
            let cells = schedule.rows[row]
            let name =
                "\(cells[SmallSchedule.column("Vorname")]) "
                + cells[SmallSchedule.column("Nachname")]
            let reference = cells[SmallSchedule.column("Buchungs-ID")]
            #expect(example["name"] as? String == name)
            #expect(example["address"] as? String == cells[SmallSchedule.column("E-Mail")])
            #expect(example["to"] as? String == cells[SmallSchedule.column("E-Mail")])
            let lines = try #require(example["lines"] as? [String])
            #expect(lines.contains("Guten Tag, \(name),"))
            #expect(
                lines.contains { $0.hasSuffix("\(cells[SmallSchedule.column("Uhrzeit")]) Uhr") }
            )
            #expect(lines.contains { $0.hasSuffix("…\(reference.suffix(4))") })
            #expect(try list(example["rows"]).first?["reference"] as? String == reference)
        }
    }

    @Test func `where nothing is telling, others in between make five`() throws {
        var plain = SmallSchedule(people: 30)
        for row in 2...31 {
            plain = plain.with(row: row, "Vorname", "Cosima").with(row: row, "Nachname", "Distel")
        }
        let view = try view(office.plan(plain))
        let reasons = try list(view["examples"]).compactMap { $0["why"] as? String }
        #expect(reasons.prefix(2) == ["the earliest appointment", "the latest appointment"])
        #expect(reasons.dropFirst(2) == ["one in between", "one in between", "one in between"])
    }

    @Test(arguments: [false, true])
    func `people are masked unless asked for`(isJSON: Bool) throws {
        let plan = try planned()
        func shown(isMasked: Bool) throws -> String {
            let look = try look(plan.campaign.id, isMasked: isMasked)
            return isJSON ? look.jsonText.text : look.text.en.text
        }
        let (masked, whole) = (try shown(isMasked: true), try shown(isMasked: false))
        for row in schedule.rows {
            for column in ["E-Mail", "Buchungs-ID", "Telefon", "Nachname", "Vorname"] {
                #expect(!masked.contains(row[SmallSchedule.column(column)]))
            }
        }
        for column in ["E-Mail", "Buchungs-ID", "Nachname", "Vorname"] {
            #expect(whole.contains(schedule.rows[0][SmallSchedule.column(column)]))
        }
        #expect(masked.contains("@g•••.example"))
    }

    @Test func `a withdrawn message is counted, and no longer part of it`() throws {
        let plan = try planned()
        _ = try office.withdraw(13, from: plan.campaign.id)
        let view = try view(plan)
        #expect(view["messages"] as? Int == 12)
        #expect(view["withdrawn"] as? Int == 1)
        #expect(view["last_appointment"] as? String == "2097-03-19T10:20:00+01:00")
        #expect(try list(view["days"]).count == 1)
        #expect(view["digest"] as? String != plan.campaign.digest.hex)
        let rows = try list(view["examples"]).flatMap { try list($0["rows"]) }
        #expect(!rows.contains { $0["row"] as? Int == 13 })
    }

    @Test func `rows that need a decision are told by the exit code`() throws {
        let doubtful = schedule.with(row: 3, "Datum", "31.02.2097")
        let plan = try office.plan(doubtful)
        let look = try look(plan.campaign.id)
        #expect(look.conclusion == .needsDecision)
        #expect(look.text.en.text.contains("needs-decision"))
    }

    /// Nobody shall be told to type what will be refused.
    @Test func `what has to be decided first is told, and no approval that would be refused`()
        throws
    {
        let doubtful = schedule.with(row: 3, "Datum", "31.02.2097")
            .with(row: 5, "Status", "vielleicht")
        let planned = try office.plan(doubtful)
        let id = planned.campaign.id
        #expect(planned.conclusion == .needsDecision)
        let seen = try look(id)
        for text in [planned.text.en.text, seen.text.en.text] {
            let last = try #require(text.split(separator: "\n").last)
            #expect(
                last == "2 rows wait for a decision first: einzelpost rows \(id) --class "
                    + "needs-decision, then einzelpost decide \(id) --row N --phone (or see decide --help)"
            )
            #expect(!text.contains("einzelpost approve"))
        }
        #expect(!seen.jsonText.text.contains("einzelpost approve"))
        _ = try office.open {
            try Decision(of: id, in: $0).take(.leave(rows: [3, 5], .leaveOut))
        }
        #expect(try text(id).contains("--digest"))
    }

    @Test func `where nobody gets a message, there is nothing to approve`() throws {
        let day = LocalDay(daysSinceEpoch: 46_477)
        let plan = try office.plan(schedule) { $0.days = day...day }
        for text in [try text(plan.campaign.id), plan.text.en.text] {
            #expect(text.contains("nothing to approve") && !text.contains("einzelpost approve"))
        }
    }

    /// Ten hours before the first appointment, 10:10, everybody should know.
    @Test(arguments: [("2097-03-18T23:00", false), ("2097-03-19T01:00", true)])
    func `it warns when the first people would learn it too late`(
        moment: String,
        isLate: Bool
    ) throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let asOf = try #require(WrittenMoment.moment(moment, in: berlin))
        let plan = try office.plan(schedule) { $0.asOf = asOf }
        let warnings = try #require(view(plan)["warnings"] as? [String])
        #expect(warnings.contains { $0.contains("before the first appointment") } == isLate)
    }

    /// The pace may change after planning; the forecast that was bound then misleads.
    @Test func `it warns when sending takes longer than was planned`() throws {
        let plan = try office.plan(schedule)
        let slow = Configuration().with { $0.pace = "per_hour = 1" }
        try office.write(slow.text, to: "einzelpost.toml")
        let warnings = try #require(view(plan)["warnings"] as? [String])
        #expect(warnings.contains { $0.contains("takes about 10 h 0 min") }, "\(warnings)")
    }

    @Test func `it warns when the file is older than a day`() throws {
        try office.write(schedule.text, to: "alt.csv")
        for (hours, isOld) in [(20.0, false), (50, true)] {
            try FileManager.default.setAttributes(
                [.modificationDate: CampaignScene.noon.addingTimeInterval(-hours * 3_600)],
                ofItemAtPath: office.path("alt.csv")
            )
            let plan = try office.plan(schedule) { $0.file = office.path("alt.csv") }
            let warnings = try #require(view(plan)["warnings"] as? [String])
            #expect(warnings.contains { $0.contains("2 days old") } == isOld, "\(warnings)")
        }
    }

    @Test func `what was approved is said, with who and when`() throws {
        let office = try CampaignScene()
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        func look() throws -> ApprovalView {
            try office.open { try Approval(of: id, in: $0).look(isMasked: true) }
        }
        #expect(
            try look().text.en.text.contains("Nothing has been approved. To approve exactly this")
        )
        office.become(1_002, "berta")
        try office.approve(id)
        let approved = try look().text.en.text
        #expect(
            approved.hasSuffix(
                "Approved by A. Muster (account berta (1002)) on 2097-03-18 12:00. It is approved."
            ),
            "\(approved.suffix(200))"
        )
        // Another digest is another campaign.
        _ = try office.withdraw(2, from: id)
        #expect(try look().text.en.text.contains("Nothing has been approved."))
    }
}
