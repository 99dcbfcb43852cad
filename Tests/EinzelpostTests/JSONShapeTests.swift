import Foundation
import TestSupport
import Testing

/// The keys and types of every JSON of the contract.
struct JSONShapeTests {
    enum Kind {
        case text, textOrNull, number, boolean
        case counts([String])
        case list
        case texts
    }

    private static let classes = [
        "rejected", "test-or-block", "out-of-window", "other-service", "already-cancelled", "past",
        "duplicate", "already-notified", "needs-decision", "no-email", "no-contact",
        "invalid-email", "placeholder", "multi-address", "collective-address", "unsendable", "send",
    ]

    private static let status: [String: Kind] = [
        "campaign": .text, "state": .text, "messages": .number,
        "deliveries": .counts([
            "planned", "sending", "deferred", "unknown", "accepted", "refused", "expired",
            "withdrawn",
        ]),
        "started_at": .textOrNull, "finished_at": .textOrNull, "stopped_because": .textOrNull,
        "unread_rows": .number, "unreached_rows": .number,
    ]

    @Test func `the JSON of plan and rows has every key, and null where there is nothing`()
        async throws
    {
        let office = try Operator()
        let schedule = SmallSchedule(people: 3).with(row: 3, "E-Mail", "keine")
            .with(row: 4, "E-Mail", "a@b@c")
        try office.write(schedule.text, to: "termine.csv")
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days) --format json")
        let plan = try object(ending)
        expect(
            plan,
            [
                "campaign": .text, "digest": .text, "rows": .number,
                "classes": .counts(Self.classes), "messages": .number, "shared_addresses": .number,
                "first_appointment": .textOrNull, "last_appointment": .textOrNull,
                "forecast_seconds": .number, "problems": .list, "discarded_columns": .texts,
                "form": .text, "uncounted": .textOrNull,
            ]
        )
        let problem: [String: Kind] = [
            "row": .number, "line": .number, "column": .textOrNull, "class": .text,
            "message": .text,
        ]
        for entry in try objects(plan["problems"]) { expect(entry, problem) }

        let rows = try object(
            try await office.run("rows \(#require(plan["campaign"] as? String)) --format json")
        )
        let row: [String: Kind] = [
            "row": .number, "line": .number, "column": .textOrNull, "class": .text,
            "reasons": .texts, "message": .textOrNull, "start": .textOrNull,
        ]
        let entries = try objects(rows["rows"])
        for entry in entries { expect(entry, row) }
        #expect(entries.map { $0["message"] is NSNull } == [false, true, true])
        #expect(entries[0]["start"] as? String == "2097-03-19T10:10:00+01:00")
    }

    @Test func `a plan without messages has no first and last appointment`() async throws {
        let office = try Operator()
        try office.write(SmallSchedule(people: 2).text, to: "termine.csv")
        let plan = try object(
            try await office.run("plan termine.csv --date 2097-04-01 --format json")
        )
        #expect(plan["first_appointment"] is NSNull)
        #expect(plan["last_appointment"] is NSNull)
        #expect(plan["messages"] as? Int == 0)
    }

    @Test func `the JSON of approve, send, status and verify has every key`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let plan = try await office.plan(SmallSchedule(people: 2))
        let name = plan.campaign
        let before = try object(try await office.run("status \(name) --format json"))
        expect(before, Self.status)
        #expect(before["started_at"] is NSNull)
        #expect(before["finished_at"] is NSNull)
        #expect(before["stopped_because"] is NSNull)

        try await office.approve(plan)
        let sent = try object(try await office.send(plan))
        expect(sent, Self.status)
        #expect(sent["started_at"] is String)
        #expect(sent["finished_at"] is String)
        #expect(sent["stopped_because"] is NSNull)

        let all = try object(try await office.run("status --format json"))
        #expect(Set(all.keys) == ["campaigns"])
        for entry in try objects(all["campaigns"]) { expect(entry, Self.status) }

        let proof = try object(try await office.run("verify \(name) --format json"))
        expect(
            proof,
            [
                "ok": .boolean, "messages": .number, "transactions": .number,
                "max_recipients_per_transaction": .number, "foreign_values": .number,
                "chain_head": .text, "failures": .texts,
            ]
        )
    }

    private func object(_ ending: ChildProcess.Ending) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        return try #require(value as? [String: Any])
    }

    private func objects(_ value: Any?) throws -> [[String: Any]] {
        let list = try #require(value as? [[String: Any]])
        #expect(!list.isEmpty)
        return list
    }

    /// More keys may be there; these must.
    private func expect(
        _ object: [String: Any],
        _ shape: [String: Kind],
        at location: SourceLocation = #_sourceLocation
    ) {
        for (key, kind) in shape {
            #expect(Self.fits(object[key], kind), "\(key)", sourceLocation: location)
        }
        for key in object.keys {
            let isSnakeCase = key.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }
            #expect(isSnakeCase, "\(key)", sourceLocation: location)
        }
    }

    private static func fits(_ value: Any?, _ kind: Kind) -> Bool {
        switch kind {
        case .text: value is String
        case .textOrNull: value is String || value is NSNull
        case .number: value is Int && !isBoolean(value)
        case .boolean: isBoolean(value)
        case .counts(let names):
            (value as? [String: Int]).map { Set($0.keys) == Set(names) } ?? false
        case .list: value is [Any]
        case .texts: value is [String]
        }
    }

    private static func isBoolean(_ value: Any?) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
    }
}
