import TestSupport
import Testing

/// Cells that add a header, or end a message and begin another, wherever line ends are written as
/// they stand: every form of line end and of end of data, in every column.
struct SmugglingTests {
    /// Who would get the smuggled message.
    private let victim = "opfer"

    @Test(.needsRoot, .needsPostfix)
    func `a real Postfix queues one message for each person and none for the victim`()
        async throws
    {
        let (count, log) = try await PrivatePostfix.run { postfix in
            let office = try Operator(Configuration(port: postfix.port, connections: 4))
            let plan = try await office.planCanaries("--smuggling")
            try #require(plan.messages == 120)
            try await office.approve(plan)
            let status: StatusResult = try await office.send(plan).exited(0).json()
            #expect(status.sums == ["accepted": 120])
            #expect(try await office.verify(plan).max_recipients_per_transaction == 1)
        }
        #expect(count.queue_ids == 120)
        #expect(count.nrcpt_one == 120)
        #expect(count.message_ids == 120)
        #expect(count.max_nrcpt == 1)
        #expect(!log.contains(victim))
    }

    @Test(.needsRoot, .needsPostfix)
    func `the same bytes unencoded make the same Postfix queue a second message`() async throws {
        let (count, log) = try await PrivatePostfix.run { postfix in
            try await Program.run("python3", [Checkout.oracle("smuggle.py"), "\(postfix.port)"])
        }
        #expect(count.queue_ids == 2)
        #expect(log.contains("to=<\(victim)@example.net>"))
    }

    @Test func `every message has the same headers and elements whatever its cells hold`()
        async throws
    {
        let office = try Operator(Configuration(connections: 4))
        let plan = try await office.planCanaries("--smuggling")
        #expect(plan.classes["invalid-email"] == 20)
        try await office.run("send \(plan.campaign) --rehearse --output sent").exited(0)
        let judgement = try await office.judgeCanaries(["sent"])
        #expect(judgement.ok)
        #expect(judgement.messages == ["sent": 120])
    }

    @Test(arguments: ["Vorname", "Nachname", "Vermittlungscode", "E-Mail", "Bemerkung"])
    func `a file that holds NUL is refused as a whole`(column: String) async throws {
        let office = try Operator()
        let cell = "\"x\0\r\nBcc: opfer\""
        let schedule = SmallSchedule(people: 3).with(row: 3, column, cell)
        try office.write(schedule.text, to: "termine.csv")
        try await office.run("plan termine.csv \(SmallSchedule.days)").exited(65)
        #expect(try await office.campaigns().isEmpty)
    }

    @Test(arguments: ["Vorname", "Nachname"])
    func `an address typed into a name is asked about, and nobody gets it`(
        column: String
    ) async throws {
        let office = try Operator()
        let cell = "\"x\r\n.\r\nMAIL FROM:<chef>\r\nRCPT TO:<opfer@example.net>\""
        try office.write(
            SmallSchedule(people: 3).with(row: 3, column, cell).text,
            to: "termine.csv"
        )
        let words = "plan termine.csv \(SmallSchedule.days) --format json"
        let ending = try await office.run(words).exited(1)
        let plan: PlanResult = try ending.json()
        #expect(plan.messages == 2 && plan.classes["needs-decision"] == 1)
        #expect(!ending.output.contains("opfer") && !ending.errors.contains("opfer"))
    }
}
