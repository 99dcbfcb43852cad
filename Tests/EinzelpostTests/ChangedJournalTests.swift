import Glibc
import TestSupport
import Testing

/// Somebody was at the journal between approval and sending.
struct ChangedJournalTests {
    @Test(arguments: [
        "UPDATE message SET campaign = (SELECT min(id) FROM campaign)",
        "UPDATE delivery SET state = 'withdrawn' WHERE message = 2",
        "UPDATE delivery SET state = 'accepted' WHERE message = 2",
        "DELETE FROM delivery WHERE message = 2",
        Outside.setting("digest", ofMessage: 1, to: Outside.digest(ofMessage: 2)),
        "UPDATE event SET detail = '{}' WHERE kind = 'approved'",
    ])
    func `nothing is sent from a journal that was changed from outside`(
        sql: String
    ) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 4))
        // A second campaign, planned and not approved.
        let other = SmallSchedule(people: 3).with(row: 2, "Vorname", "Zweite")
        _ = try await office.plan(other, as: "zweite.csv")
        try await office.change(sql)
        let ending = try await office.send(plan)
        ending.exited(3)
        #expect(ending.errors.contains("changed from outside"))
        #expect(try await relay.taken().isEmpty)
    }

    /// What was compared when it was sent before is believed only while nobody has touched the file, whoever has opened it
    /// in between.
    @Test(arguments: [
        "UPDATE delivery SET state = 'planned' WHERE message = 1",
        "UPDATE campaign SET facts = replace(facts, 'termine.csv', 'andere.csv')",
        "UPDATE row SET start = replace(start, 'T10', 'T11') WHERE row = 39",
    ])
    func `nothing more is sent from a journal that was changed while it was paused`(
        sql: String
    ) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 40))
        let sending = try office.start(["send", plan.campaign])
        try await relay.interrupt(sending, after: 3)
        try await sending.finish().exited(2)
        let taken = try await relay.taken().count
        try await office.change(sql)
        try await office.run("status \(plan.campaign)").exited(0)
        let refused = try await office.run("resume").exited(3)
        #expect(refused.errors.contains("changed from outside"))
        #expect(try await relay.taken().count == taken)
    }

    @Test func `a copied state directory is not sent from until somebody says so`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 40))
        let sending = try office.start(["send", plan.campaign])
        try await relay.interrupt(sending, after: 3)
        try await sending.finish().exited(2)
        let taken = try await relay.taken().count
        try await Program.run("cp", ["-a", office.path("state"), office.path("copy")])

        let refused = try await office.run("resume --state copy").exited(3)
        #expect(refused.errors.contains("--moved"))
        #expect(try await relay.taken().count == taken)
        try await office.run("resume --state copy --moved").exited(0)
        #expect(try await relay.taken().count == 40)
        // Said once, it is known.
        try await office.run("send \(plan.campaign) --state copy").exited(0)
        try await office.run("verify \(plan.campaign) --state copy").exited(0)
    }

    /// Everything that was shown, and what the refusal must name.
    @Test(arguments: [
        ("UPDATE campaign SET planned_by = 'somebody (7)'", "who planned it"),
        ("UPDATE campaign SET planned_at = planned_at + 1", "who planned it, when"),
        ("UPDATE campaign SET as_of = planned_at", "as of when"),
        ("UPDATE campaign SET letter = replace(letter, 'heben', 'geben')", "the letter"),
        ("UPDATE campaign SET letter = replace(letter, '4710 000', '4710 009')", "the letter"),
        ("UPDATE campaign SET relay_digest = '0f' || substr(relay_digest, 1, 62)", "the relay"),
        ("UPDATE campaign SET facts = replace(facts, 'termine.csv', 'andere.csv')", "file"),
        ("UPDATE campaign SET facts = replace(facts, '127.0.0.1', '127.0.0.2')", "forecast"),
        ("UPDATE campaign SET facts = replace(facts, '\"Bemerkung\"', '\"x\"')", "columns"),
        (
            #"UPDATE campaign SET facts = replace(facts, '"warnings":[]', '"warnings":["x"]')"#,
            "problems"
        ),
        ("UPDATE campaign SET facts = replace(facts, '2097-03-19', '2097-03-20')", "file"),
        ("UPDATE row SET line = line + 1 WHERE row = 3", "the rows"),
        ("UPDATE row SET class = 'past' WHERE row = 6", "the rows"),
        ("UPDATE row SET reasons = 'x' WHERE row = 6", "the rows"),
        ("UPDATE row SET start = replace(start, 'T10', 'T11') WHERE row = 3", "the rows"),
        ("UPDATE row SET message = 1 WHERE row = 3", "the rows"),
        (Outside.setting("last_name", ofRow: 3, to: "'x'"), "what was kept of them"),
        (Outside.setting("address", ofRow: 3, to: "'x@example.org'"), "what was kept of them"),
        (Outside.setting("phone", ofRow: 6, to: "NULL"), "what was kept of them"),
        (Outside.setting("reference", ofRow: 3, to: "''"), "what was kept of them"),
        (Outside.setting("site", ofRow: 3, to: "''"), "what was kept of them"),
        ("UPDATE message SET first_start = first_start - 1 WHERE number = 2", "the messages"),
        ("UPDATE message SET id = 'x' || substr(id, 2) WHERE number = 2", "the messages"),
        (Outside.setting("digest", ofMessage: 1, to: Outside.digest(ofMessage: 2)), "the messages"),
        (
            "UPDATE message SET opening = (SELECT opening FROM message WHERE number = 2)"
                + " WHERE number = 1", "the messages"
        ),
        (
            "UPDATE contact SET sealed = (SELECT sealed FROM contact WHERE row = 4) WHERE row = 3",
            "what was kept of them"
        ),
        ("UPDATE contact SET sealed = zeroblob(80) WHERE row = 3", "what was kept of them"),
        ("UPDATE contact SET row = 99 WHERE row = 6", "what was kept of them"),
    ])
    func `whatever was shown and is another now is named, and voids the approval`(
        sql: String,
        word: String
    ) async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        // Row 6 has no address: it is shown, and gets no message.
        let plan = try await office.ready(SmallSchedule(people: 5).with(row: 6, "E-Mail", ""))
        let campaign = "approve \(plan.campaign) --digest \(plan.digest) --by Amt"
        try await office.change(sql)
        let approving = try await office.run(campaign).exited(3)
        #expect(approving.errors.contains(word), "\(approving.errors)")
        #expect(approving.output == "")
        let failure: FailureResult = try await office.send(plan).exited(3).json()
        #expect(failure.error.problems.contains { $0.contains(word) }, "\(failure.error)")
        #expect(try await relay.taken().isEmpty)
    }

    @Test(arguments: [
        ("facts", "{}"), ("letter", "{"), ("digest", "00"),
    ])
    func `a campaign that cannot be read is not sent`(column: String, value: String) async throws {
        let office = try Operator()
        let plan = try await office.ready(SmallSchedule(people: 3))
        try await office.change("UPDATE campaign SET \(column) = '\(value)'")
        let ending = try await office.send(plan).exited(73)
        #expect(ending.errors.contains("damaged"))
    }

    /// Whoever also makes the digest fit cannot make the chain fit.
    @Test func `a campaign that was bound anew from outside is refused`() async throws {
        let office = try Operator()
        let plan = try await office.ready(SmallSchedule(people: 3))
        let other = String(plan.digest.reversed())
        try await office.change("UPDATE campaign SET digest = '\(other)'")
        try await office.change("UPDATE approval SET digest = '\(other)'")
        let ending = try await office.send(plan).exited(3)
        #expect(ending.errors.contains("the digest itself"), "\(ending.errors)")
    }

    @Test func `a withdrawal is no change from outside`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let schedule = SmallSchedule(people: 5).with(row: 6, "Datum", "31.02.2097")
        let plan = try await office.plan(schedule, exits: 1)
        var digests: [String] = []
        for row in [3, 6, 4] {
            let ending = try await office.run(
                "withdraw \(plan.campaign) --row \(row) --format json"
            )
            digests.append(try ending.exited(0).json(WithdrawResult.self).digest)
        }
        #expect(Set(digests + [plan.digest]).count == 4)
        let digest = try #require(digests.last)
        try await office.run("approve \(plan.campaign) --digest \(digest) --by Amt").exited(0)
        try await office.send(plan).exited(0)
        #expect(try await relay.taken().count == 2)
    }

    @Test func `a journal that lost its log is not gone on with`() async throws {
        let relay = try await HoldingRelay("--hold", "dot:9")
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.ready(SmallSchedule(people: 12))
        let sending = try office.start(["send", plan.campaign])
        try await relay.holding()
        sending.signal(SIGKILL)
        _ = try await sending.finish()
        try relay.letGo()
        try await Program.run("rm", [office.path("state/journal.sqlite-wal")])
        let ending = try await office.resume().exited(3)
        #expect(ending.errors.contains("older than what was sent"))
        #expect(try await relay.taken().count == 8)
    }
}

extension Operator {
    /// Changes the journal behind the program's back.
    fileprivate func change(_ sql: String) async throws {
        let changed = try await Outside.ask(
            path("state/journal.sqlite"),
            "\(sql) RETURNING 1"
        )
        #expect(!changed.isEmpty)
    }
}
