import MailCore
import TestSupport
import Testing

struct CampaignPlanTests {
    private static func plan(
        _ rows: ClassifiedRow...,
        letter: Letter? = nil
    ) throws -> CampaignPlan {
        var generator = SplitMix(seed: 1)
        return try CampaignPlan(
            rows: rows,
            letter: letter ?? sampleLetter(),
            date: Messages.date,
            timeZone: Given.berlin(),
            using: &generator
        )
    }

    @Test func `two appointments of one person make one message`() throws {
        let plan = try Self.plan(
            Rows.row(2, "erika@example.org", Rows.erika, start: "2021-03-17T09:00:00+01:00"),
            Rows.row(3, "erika@example.org", Rows.erika, start: "2021-03-16T09:00:00+01:00")
        )
        #expect(plan.messages.map(\.rows) == [[3, 2]])
        #expect(plan.classes[.send] == 2)
        #expect(plan.sharedAddresses == 0)
    }

    @Test(arguments: [
        ("Erika@Example.org", Rows.erika, 1),
        ("erika@example.org", PersonName(first: "ERIKA", last: "beispiel"), 1),
        ("erika@example.org", PersonName(full: "Erika Beispiel"), 1),
        ("erika@example.org", PersonName(full: "Erika  BEISPIEL"), 1),
        ("erika@example.org", PersonName(full: "Erika Beisp?el"), 1),
        ("erika@example.org", PersonName(full: "Erika Beisp\u{FFFD}\u{FFFD}"), 1),
        ("erika@example.org", PersonName(full: "Eri?a Be?spiel"), 1),
        ("erika@example.org", PersonName(full: "Erika Beispil?"), 2),
        ("erika@example.org", PersonName(full: "Érïka Beispiel"), 1),
        ("erika@example.org", Rows.max, 2),
        ("erika@example.org", PersonName(), 2),
        ("erika@example.net", Rows.erika, 2),
    ])
    func `one address and one name are one person`(
        address: String,
        name: PersonName,
        messages: Int
    ) throws {
        let plan = try Self.plan(
            Rows.row(2, "erika@example.org", Rows.erika),
            Rows.row(3, address, name)
        )
        #expect(plan.messages.count == messages)
        #expect(plan.messages.flatMap(\.rows).sorted() == [2, 3])
    }

    @Test(arguments: [
        (["Dębski", "D?bski", "Debski", "DĘBSKI"], 1), (["Müller", "Mueller", "M?ller"], 1),
        (["Groß", "Gross", "Gro?"], 1), (["M?ller", "Müller", "Möller"], 3),
        (["M?ller", "M?ller"], 1), (["Muller", "Müller"], 2), (["Ana", "Anna"], 2),
        (["?", "Li"], 1), (["?", "Lee"], 2),
    ])
    func `a name that is only spelled otherwise is one person`(
        names: [String],
        messages: Int
    ) throws {
        let rows = try names.enumerated().map { index, name in
            try Rows.row(
                index + 2,
                "familie@example.org",
                PersonName(first: "A", last: name),
                start: "2021-03-16T09:1\(index):00+01:00"
            )
        }
        var generator = SplitMix(seed: 1)
        let plan = try CampaignPlan(
            rows: rows,
            letter: sampleLetter(),
            date: Messages.date,
            timeZone: Given.berlin(),
            using: &generator
        )
        #expect(plan.messages.count == messages)
        #expect(plan.messages.flatMap(\.rows).count == names.count)
    }

    @Test(arguments: [("A-1", "A-2", 2), ("A-1", "A-1", 1), ("A-1", nil, 2), (nil, nil, 1)])
    func `without names two references are two people`(
        first: String?,
        second: String?,
        messages: Int
    ) throws {
        let plan = try Self.plan(
            Rows.row(2, "familie@example.org", PersonName(), reference: first),
            Rows.row(3, "familie@example.org", PersonName(), reference: second)
        )
        #expect(plan.messages.count == messages)
    }

    @Test func `two people on one address get a message each that does not mention the other`()
        async throws
    {
        let letter = try sampleLetter(
            text: "{{anrede}}\n{{#termine}}{{uhrzeit}} {{ort}} {{buchungsnummer}}\n{{/termine}}"
        )
        let plan = try Self.plan(
            Rows.row(2, "familie@example.org", Rows.erika, site: "Haus A", reference: "ITS-1111"),
            Rows.row(
                3,
                "familie@example.org",
                Rows.max,
                start: "2021-03-16T09:20:00+01:00",
                site: "Haus B",
                reference: "ITS-2222"
            ),
            letter: letter
        )
        #expect(plan.messages.map(\.rows) == [[2], [3]])
        #expect(plan.sharedAddresses == 1)
        let readings = try await MessageReading.all(
            of: plan.messages.map { try Messages.render($0.recipient, on: letter, id: $0.id) }
        )
        #expect(
            readings.map(\.text) == [
                "Guten Tag, Erika Beispiel\r\n9:10 Uhr Haus A …1111\r\n",
                "Guten Tag, Max Beispiel\r\n9:20 Uhr Haus B …2222\r\n",
            ]
        )
    }

    @Test func `messages go in the order of their earliest appointments`() throws {
        let plan = try Self.plan(
            Rows.row(2, "c@example.org", Rows.erika, start: "2021-03-18T09:00:00+01:00"),
            Rows.row(3, "b@example.org", Rows.erika, start: "2021-03-17T09:00:00+01:00"),
            Rows.row(4, "a@example.org", Rows.erika, start: "2021-03-17T09:00:00+01:00"),
            Rows.row(5, "c@example.org", Rows.erika, start: "2021-03-16T09:00:00+01:00"),
            Rows.row(6, "d@example.org", Rows.erika, start: "2021-03-17T10:00:00+02:00")
        )
        #expect(plan.messages.map(\.rows) == [[5, 2], [3], [4], [6]])
    }

    @Test func `every row stays in exactly one class and the sums add up`() throws {
        let rows = try RowClass.allCases.enumerated().map { index, rowClass in
            try Rows.row(index + 2, "a\(index)@example.org", Rows.erika, rowClass: rowClass)
        }
        var generator = SplitMix(seed: 1)
        let plan = try CampaignPlan(
            rows: rows,
            letter: sampleLetter(),
            date: Messages.date,
            timeZone: Given.berlin(),
            using: &generator
        )
        #expect(plan.rows.map(\.row) == rows.map(\.row))
        #expect(plan.rows.map(\.rowClass) == rows.map(\.rowClass))
        #expect(plan.classes == Dictionary(uniqueKeysWithValues: RowClass.allCases.map { ($0, 1) }))
        #expect(plan.messages.count == 1)
        let none: [ClassifiedRow] = []
        #expect(none.classCounts.count == RowClass.allCases.count)
        #expect(none.classCounts.values.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [
        "{{email}}", "{{#each}}", "x }}", "Optional(\"Erika\")", "#NV", "#nv", "#N/A", "nan", "NaN",
        "null", "NULL", "undefined", "nil", "None", "#WERT!", "#BEZUG!", "#REF!", "#NAME?",
        "#DIV/0!", "#VALUE!", "#NUM!", "#ZAHL!", "#NULL!", "Erika #NV",
    ])
    func `a leftover is no name and no place, and a person must decide`(cell: String) throws {
        for row in [
            try Rows.row(2, "a@example.org", PersonName(first: cell, last: "X")),
            try Rows.row(2, "a@example.org", PersonName(first: "X", last: cell)),
            try Rows.row(2, "a@example.org", PersonName(full: cell)),
            try Rows.row(2, "a@example.org", Rows.erika, site: cell),
            try Rows.row(2, "a@example.org", Rows.erika, reference: cell),
        ] {
            let plan = try Self.plan(row, Rows.row(3, "b@example.org", Rows.max))
            #expect(plan.rows.map(\.rowClass) == [.needsDecision, .send])
            #expect(plan.rows.first?.reasons == [.leftover])
            #expect(plan.messages.map(\.rows) == [[3]])
        }
    }

    @Test(arguments: ["%s", "Null", "Annan", "Nilsson", "Nonemann", "{x}", "#1", "Haus #5"])
    func `a name that only resembles a leftover is a name`(cell: String) throws {
        let plan = try Self.plan(
            Rows.row(2, "a@example.org", PersonName(first: "Erika", last: cell), site: cell)
        )
        #expect(plan.rows.map(\.rowClass) == [.send])
    }

    @Test func `a row without a needed value stops the plan and names only the row`() throws {
        let letter = try sampleLetter(text: "{{#termine}}{{ort}}{{/termine}}")
        let row = try Rows.row(7, "erika@example.org", Rows.erika, site: nil)
        let expected = PlanError.notWritable(row: 7, reason: .missingValue("ort"))
        #expect(throws: expected) { try Self.plan(row, letter: letter) }
        #expect(!expected.description.contains("Erika"))
    }

    @Test func `a row with somebody else's data in a cell is asked about, and no other`() throws {
        let letter = try sampleLetter(text: "{{#termine}}{{ort}}\n{{/termine}}")
        let plan = try Self.plan(
            Rows.row(7, "erika@example.org", Rows.erika, site: "bei otto@example.org"),
            Rows.row(8, "max@example.org", Rows.max, site: "Haus A"),
            Rows.row(9, "otto@example.org", PersonName(first: "Otto", last: "Beispiel"), site: "B"),
            Rows.row(10, "erika@example.org", Rows.erika, site: "Haus C"),
            letter: letter
        )
        #expect(plan.rows.map(\.rowClass) == [.needsDecision, .send, .send, .needsDecision])
        #expect(plan.messages.map(\.rows) == [[8], [9]])
        let reason = try #require(plan.rows.first?.reasons.first)
        #expect(
            "\(reason)".hasPrefix("value 1: its place holds an address that is also that of row 9")
        )
        #expect(!"\(reason)".contains("otto") && plan.rows[3].reasons == [reason])
    }

    @Test func `a name in the letter is asked about, and told whoever approves`() throws {
        let letter = try sampleLetter(text: "{{anrede}}\nIhr Termin\nMax Beispiel, 0221 4710 333")
        let erika = try Rows.row(7, "erika@example.org", Rows.erika)
        let plan = try Self.plan(
            erika,
            Rows.row(8, "max@example.org", Rows.max),
            letter: letter
        )
        #expect(plan.rows.map(\.rowClass) == [.send, .needsDecision])
        #expect(plan.warnings.count == 1)
        #expect(plan.warnings[0].contains("a name that is also that of row 8"))
        #expect(try Self.plan(erika, letter: letter).warnings == [])
        // Whoever is on the phone list anyway is told the approver all the same.
        let phoned = try Self.plan(
            erika,
            Rows.row(8, "max@example.org", Rows.max, rowClass: .noEmail),
            letter: letter
        )
        #expect(phoned.rows.map(\.rowClass) == [.send, .noEmail] && phoned.warnings.count == 1)
    }

    @Test func `what no cell explains stops the plan, and no row is blamed`() throws {
        let letter = try sampleLetter(text: "{{anrede}} fremd@example.com")
        let row = try Rows.row(7, "erika@example.org", Rows.erika)
        let finding = GuardFinding.foreign(.address, place: "text part", row: nil)
        let expected = PlanError.guarded([.init(row: 7, finding: finding)])
        #expect(throws: expected) { try Self.plan(row, letter: letter) }
        #expect(!expected.description.contains("fremd"))
        #expect(!expected.description.contains("--leave-out"))
    }

    @Test func `every message has a name of its own and the digest of what will be sent`() throws {
        let letter = try sampleLetter()
        let plan = try Self.plan(
            Rows.row(2, "a@example.org", Rows.erika),
            Rows.row(3, "b@example.org", Rows.erika),
            letter: letter
        )
        #expect(Set(plan.messages.map(\.id)).count == 2)
        for message in plan.messages {
            let sent = try Messages.render(message.recipient, on: letter, id: message.id)
            #expect(sent.digest == message.digest)
        }
    }
}
