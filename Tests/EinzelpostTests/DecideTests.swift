import Foundation
import Glibc
import TestSupport
import Testing

/// A person decides rows that no rule can: each answer, what it makes of the campaign, and what may
/// not be answered.
struct DecideTests {
    private let relay: HoldingRelay
    private let office: Operator

    /// Row 3 has a doubtful status, row 4 no readable day, row 5 two addresses, row 6 neither an
    /// address nor a phone number, row 7 a made-up address; rows 2 and 8 get a message.
    private static let schedule = SmallSchedule(people: 7)
        .with(row: 3, "Status", "vielleicht")
        .with(row: 4, "Datum", "ab 19.03.2097")
        .with(row: 5, "E-Mail", "eins@example.org, zwei@example.org")
        .with(row: 6, "E-Mail", "").with(row: 6, "Telefon", "")
        .with(row: 7, "E-Mail", "keine@keine.de")

    init() async throws {
        relay = try await HoldingRelay()
        office = try Operator(Configuration(port: relay.port))
    }

    private func decide(
        _ plan: PlanResult,
        _ words: String,
        input: String? = nil,
        exits status: Int32 = 0,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> ChildProcess.Ending {
        try await office.run(
            ["decide", plan.campaign] + office.words(words) + ["--format", "json"],
            input: input
        ).exited(status, at: location)
    }

    private func oracle(_ file: String) async throws -> Int32 {
        let process = try ChildProcess(
            "python3",
            [Checkout.oracle("check_proof.py"), office.path(file)]
        )
        process.closeInput()
        return try await process.finish().status
    }

    @Test func `decided each way, approved anew, sent, and proven`() async throws {
        let plan = try await office.plan(Self.schedule, exits: 1)
        #expect(plan.classes["needs-decision"] == 2 && plan.messages == 2)
        let old = "approve \(plan.campaign) --digest \(plan.digest) --by Amt"
        try await office.run(old).exited(3)

        // Row 4 still waits.
        let phoned: DecideResult = try await decide(plan, "--row 3 --phone", exits: 1).json()
        #expect(phoned.decided.map(\.class) == ["no-email"] && phoned.undecided == 1)
        let start = "--start 2097-03-19T08:15"
        let dated = try await decide(plan, "--row 4 --send frauke@example.org \(start)")
        #expect(dated.errors.contains("f•••e@e•••.org"), "\(dated.errors)")
        #expect(!dated.errors.contains("frauke@") && !dated.output.contains("frauke@"))
        #expect(dated.errors.contains("The date cannot be read"), "\(dated.errors)")
        let chosen: DecideResult = try await decide(
            plan,
            "--row 5 --send -",
            input: "eins@example.org"
        ).json()
        #expect(chosen.decided.map(\.class) == ["send"] && chosen.undecided == 0)
        #expect(chosen.digest != plan.digest)
        let left = try await decide(plan, "--row 6 7 --leave-out")
        #expect(try left.json(DecideResult.self).decided.isEmpty)
        #expect(left.errors.contains("Row 6 already gets no message (no-contact"))

        try await office.run(old).exited(3)
        let view = try await office.run("approve \(plan.campaign)").exited(0).output
        #expect(view.contains("3 rows were decided by a person: 1 to be phoned, 2 e-mail"))
        #expect(
            view.contains("row 4 Tue 2097-03-19 08:15, e-mail to f•••e@e•••.org: The date cannot")
        )
        #expect(!view.contains("needs-decision"), "\(view)")
        let approved = "approve \(plan.campaign) --digest \(chosen.digest) --by Amt"
        try await office.run(approved).exited(0)
        try await office.run("send \(plan.campaign) --rehearse").exited(0)
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 4])
        let taken = try await relay.taken()
        #expect(
            Set(taken.map(\.recipients))
                == [
                    ["person.100000@example.org"], ["person.100006@example.org"],
                    ["frauke@example.org"], ["eins@example.org"],
                ]
        )
        // The appointment at a quarter past eight is the first of all.
        #expect(taken.first?.recipients == ["frauke@example.org"])
        try await expectProven(plan)
    }

    private func expectProven(_ plan: PlanResult) async throws {
        #expect(try await office.verify(plan).failures == [])
        try await office.run("proof \(plan.campaign) --output proof.json").exited(0)
        #expect(try await oracle("proof.json") == 0)
        try await office.run("verify --proof proof.json").exited(0)
        let ids = try await office.rows(of: plan).messageIDs
        for id in ids {
            let file = "\(id).json"
            let answer = try await office.run("proof --message \(id) --output \(file)").exited(0)
            #expect(!ids.subtracting([id]).contains { answer.output.contains($0) })
            #expect(try await oracle(file) == 0)
            let octets = try office.folder.bytes(of: file)
            for other in ids.subtracting([id]) {
                #expect(!String(decoding: octets, as: UTF8.self).contains(other))
            }
        }
        for name in ["proof.json"] + ids.prefix(1).map({ "\($0).json" }) {
            let octets = try office.folder.bytes(of: name)
            let told = try await office.run("verify --proof \(name) --format json").exited(0)
            let signed = try JSONDecoder().decode(SignedTree.self, from: Data(octets))
            #expect(try told.json(Tree.self) == signed.proof)
            for place in stride(from: 0, to: octets.count, by: octets.count / 12 + 1) {
                var flipped = octets
                flipped[place] ^= 1
                try office.write(flipped, to: "flipped.json")
                #expect(try await oracle("flipped.json") == 3, "octet \(place)")
            }
        }
    }

    @Test func `the second appointment of one person goes into their one message`() async throws {
        let schedule = SmallSchedule(people: 2)
        var rows = schedule.rows
        var twin = rows[0]
        twin[0] = "BZ-4799999"
        twin[5] = "a@example.org, b@example.org"
        twin[8] = "17:45"
        rows.append(twin)
        var doubled = schedule
        doubled.rows = rows
        let plan = try await office.plan(doubled)
        let before = try await office.rows(of: plan)
        let ending = try await decide(plan, "--row 4 --send Person.100000@example.org")
        let result: DecideResult = try ending.json()
        #expect(result.messages == 2)
        #expect(ending.errors.contains("the one that also tells row 2."), "\(ending.errors)")
        #expect(result.decided.first?.message == before.rows[0].message)
        let preview = try await office.run("preview \(plan.campaign) --row 4").exited(0).output
        #expect(preview.contains("10:10 Uhr") && preview.contains("17:45 Uhr"))
        try await office.run("approve \(plan.campaign) --digest \(result.digest) --by Amt")
            .exited(0)
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 2])
        try await expectProven(plan)
    }

    /// Words, exit code, and what the sentence says.
    private static let refusals: [(String, Int32, String)] = [
        ("--row 99 --phone", 64, "there is no such row"),
        ("--row 9 --send x.y@example.org", 3, "row 9 is already-cancelled"),
        ("--row 3 --send keine@keine.de", 3, "a made-up address"),
        ("--row 3 --send jörg@example.org", 3, "that are not ASCII"),
        ("--row 3 --send a@example.org;b@example.org", 64, "more than one address"),
        ("--row 3 --send a@@example.org", 64, "that is not an address"),
        ("--row 3 --send -", 64, "standard input is empty"),
    ]

    @Test func `what may not be decided is refused with a way out, and changes nothing`()
        async throws
    {
        var schedule = Self.schedule
        schedule.rows += SmallSchedule(people: 9).rows.suffix(2)
        schedule = schedule.with(row: 9, "Status", "storniert").with(row: 10, "Datum", "20.03.2097")
        let plan = try await office.plan(schedule, exits: 1)
        let head = try await office.verify(plan).chain_head
        for (words, status, word) in Self.refusals {
            let ending = try await decide(plan, words, exits: status)
            #expect(ending.errors.contains(word), "\(ending.errors)")
            let failure: FailureResult = try ending.json()
            #expect(ending.errors.hasSuffix("einzelpost: \(failure.error.message)\n"))
            #expect(!(ending.output + ending.errors).contains("@example"))
            expectOneSentence(ending)
        }
        #expect(try await office.verify(plan).chain_head == head)
    }

    /// A place that names another person: harmless as long as nobody is written to about it.
    @Test func `the guard looks at a decided message like at any other`() async throws {
        let schedule = """
            Vorname;Nachname;E-Mail;Telefon;Buchungs-ID;Datum;Uhrzeit;Ort
            Cosima;Distelkamp;cosima@example.org;+49 221 4710011;BZ-4700011;\(SmallSchedule.day);10:11;Haus A
            Quirin;Salbeiröder;;+49 221 4710022;BZ-4700022;\(SmallSchedule.day);10:12;mit Cosima Distelkamp

            """
        try office.write(schedule, to: "termine.csv")
        let plan: PlanResult =
            try await office
            .run("plan termine.csv \(SmallSchedule.days) --format json").exited(0).json()
        let ending = try await decide(plan, "--row 3 --send quirin@example.org", exits: 3)
        #expect(
            ending.errors.contains(
                "row 3: the guard will not let its message go: its place holds a name"
            )
        )
        #expect(!ending.errors.contains("Distelkamp"))
        #expect(try await office.rows(of: plan).rows.map(\.class) == ["send", "no-email"])
    }

    /// It was taken without a word, and the approver saw a masked address.
    @Test func `the address of somebody else is asked about by its row, and shown as shared`()
        async throws
    {
        let schedule = SmallSchedule(people: 3).with(row: 3, "E-Mail", "")
        let plan = try await office.plan(schedule)
        let send = "--row 3 --send person.100000@example.org"
        let asked = try await decide(plan, send, exits: 3)
        #expect(asked.errors.contains("the address of somebody else, in row 2;"), "\(asked.errors)")
        #expect(!asked.errors.contains("person.100000"))
        let wrong = try await decide(plan, "\(send) --shared-with 4", exits: 3)
        #expect(wrong.errors.contains("row 4 has no such address"), "\(wrong.errors)")
        _ = try await decide(plan, "--row 3 --send neu@example.org --shared-with 2", exits: 3)
        let given = try await decide(plan, "\(send) --shared-with 2").exited(0)
        #expect(given.errors.contains("which row 2 has, too: compare it"), "\(given.errors)")

        let view = try await office.run("approve \(plan.campaign)").exited(0).output
        #expect(view.contains("1 address is shared by two or more people"), "\(view)")
        #expect(view.contains("e-mail to p•••0@e•••.org, the address of row 2, too:"), "\(view)")
        let json = try await office.run("approve \(plan.campaign) --format json").exited(0)
            .json(SharedView.self)
        #expect(json.view.shared_addresses == 1 && json.view.decided.map(\.shared_with) == [[2]])
        let result = try await office.verify(plan)
        #expect(result.failures == [] && result.foreign_values == 0)
        let rows = try await office.rows(of: plan)
        #expect(rows.messageIDs.count == 3)
    }

    private struct SharedView: Decodable {
        struct View: Decodable {
            struct Decided: Decodable { let shared_with: [Int] }

            let shared_addresses: Int
            let decided: [Decided]
        }

        let view: View
    }

    @Test func `on a terminal the row whose address it is has to be typed`() async throws {
        let plan = try await office.plan(SmallSchedule(people: 3).with(row: 3, "E-Mail", ""))
        for (answer, status) in [("4", 3), ("", 3), ("2", 0)] as [(String, Int32)] {
            let ending = try await Pseudoterminal.run(
                [
                    Checkout.program, "decide", plan.campaign, "--row", "3", "--send",
                    "person.100000@example.org",
                ],
                typing: [answer],
                after: ["type that row: "],
                in: office.folder.path
            )
            #expect(ending.status == status, "\(ending.output)")
        }
    }

    /// Killed at many moments: the row is decided or it is not, and the journal holds either way.
    @Test func `a kill in the middle leaves the campaign as it was, or decided`() async throws {
        let schedule = SmallSchedule(people: 3).with(row: 3, "E-Mail", "")
        let plan = try await office.plan(schedule)
        var decided = 0
        for delay in stride(from: 5, through: 120, by: 5) where decided == 0 {
            let process = try office.start([
                "decide", plan.campaign, "--row", "3", "--send", "quirin@example.org",
            ])
            try await Task.sleep(for: .milliseconds(delay))
            process.signal(SIGKILL)
            _ = try await process.finish()
            let row = try #require(try await office.rows(of: plan).rows.first { $0.row == 3 })
            #expect(
                [("no-email", false), ("send", true)].contains { expected in
                    row.class == expected.0 && (row.message != nil) == expected.1
                }
            )
            if row.class == "send" { decided += 1 }
            #expect(try await office.verify(plan).failures == [])
        }
    }

    @Test func `a journal that was changed from outside takes no decision`() async throws {
        let plan = try await office.plan(Self.schedule, exits: 1)
        let file = office.path("state/journal.sqlite")
        try await Outside.change(file, Outside.setting("phone", ofRow: 3, to: "'0900 1'"))
        let ending = try await decide(plan, "--row 4 --phone", exits: 3)
        #expect(ending.errors.contains("changed from outside"))
    }
}

/// JSON of `decide`.
struct DecideResult: Decodable {
    let digest: String
    let undecided: Int
    let messages: Int
    let deliveries: [String: Int]
    let decided: [Row]

    struct Row: Decodable {
        let row: Int
        let `class`: String
        let answer: String
        let message: String?
        let start: String?
    }
}

/// The root that is told of a proof, and the one that is signed in it.
private struct Tree: Decodable, Equatable {
    let merkle_root: String
    let tree_size: Int?
}

private struct SignedTree: Decodable {
    let proof: Tree
}
