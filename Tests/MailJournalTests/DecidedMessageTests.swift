import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// A person answers that a row gets a message after all.
struct DecidedMessageTests {
    private let scene: JournalScene
    private let campaign: CampaignRecord

    init() throws {
        scene = try JournalScene()
        let same = Contact(
            name: PersonName(first: "ERIKA", last: "Muster 2"),
            address: nil,
            phone: "0221 4710 100",
            site: nil,
            reference: "MK-2"
        )
        let others = try [
            // Like the person of row 2, an hour earlier.
            DecisionScene.row(1, .multiAddress, contact: same, start: DecisionScene.at(7)),
            DecisionScene.row(
                100,
                contact: DecisionScene.person(100, phone: "0221 4710 100"),
                start: DecisionScene.at(6)
            ),
            DecisionScene.row(101, contact: DecisionScene.person(101), start: nil),
            DecisionScene.row(
                102,
                .noContact,
                contact: DecisionScene.person(2),
                start: SampleCampaign.start()
            ),
            DecisionScene.row(
                103,
                contact: DecisionScene.person(103, last: "#NV"),
                start: DecisionScene.at(8)
            ),
            DecisionScene.row(104, .duplicate, contact: nil, start: DecisionScene.at(7)),
        ]
        campaign = try scene.plan(SampleCampaign(people: 3, others: others), approved: true)
    }

    private func row(_ number: Int) throws -> RowRecord {
        try #require(try scene.journal.rows(of: campaign.id).first { $0.row == number })
    }

    /// The message of a row.
    private func message(_ row: Int) throws -> StoredMessage {
        let id = try self.row(row).message
        let entry = try scene.journal.messageNumbers(of: campaign.id).first { $0.id == id }
        return try scene.journal.message(#require(entry).number)
    }

    /// Whether the journal's message can be written again as it was decided.
    private func isAsDecided(_ stored: StoredMessage) throws -> Bool {
        let rendered = try OutgoingMessage.render(
            for: stored.recipient,
            on: campaign.letter.letter(),
            id: stored.id,
            date: campaign.plannedAt,
            in: .gmt
        )
        let hash = stored.hash(of: stored.recipient.address) { _ in "none without a salt" }
        return rendered.digest == stored.digest && hash == stored.recipientHash
    }

    @Test func `a new message joins the campaign, and goes first if its appointment is first`()
        throws
    {
        let letter = try DecisionScene.letter("Erika.Neu@post.example")
        let decided = try scene.decide(100, sending: letter, of: campaign)
        #expect(decided.changed.map(\.rowClass) == [.send])
        let message = try message(100)
        #expect(message.id == letter.id && message.state == .planned)
        #expect(message.recipient.address == letter.address)
        #expect(message.recipient.appointments.map(\.row) == [100])
        #expect(try isAsDecided(message))
        #expect(try scene.journal.deliveryCounts(of: campaign.id)[.planned] == 4)
        #expect(
            try scene.journal.pending(of: campaign.id, at: scene.now).first?.number
                == message.number
        )
        #expect(try scene.numbers(of: campaign).first == message.number)
        #expect(
            try scene.journal.officialsThatDecidedToSend(of: campaign.id) == [JournalScene.decider]
        )
        let changed = try scene.journal.campaign(campaign.id)
        #expect(changed.digest != campaign.digest)
        #expect(try scene.journal.approval(of: changed) == nil)
        #expect(try scene.failures(of: campaign) == [])
        #expect(throws: DecisionError.getsMessage(100)) {
            try scene.decide(100, sending: letter, of: campaign)
        }
    }

    @Test func `a second appointment of the same person is told by the message they get`() throws {
        let before = try message(2)
        let letter = try DecisionScene.letter("ERIKA.2@post.example")
        try scene.decide(1, sending: letter, of: campaign)
        let joined = try message(1)
        #expect(joined.id == before.id && joined.digest != before.digest)
        #expect(joined.recipient.appointments.map(\.row) == [1, 2])
        #expect(joined.recipient.address == before.recipient.address)
        #expect(try isAsDecided(joined))
        #expect(try scene.journal.deliveryCounts(of: campaign.id)[.planned] == 3)
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `several decisions, one after the other, all hold`() throws {
        try scene.decide([100], .phone, of: campaign)
        try scene.decide(
            101,
            sending: DecisionScene.letter("neu@post.example", start: DecisionScene.at(12)),
            of: campaign
        )
        try scene.decide(1, sending: DecisionScene.letter("erika.2@post.example"), of: campaign)
        try scene.decide(
            100,
            sending: DecisionScene.letter("neu@post.example", seed: 7, sharedWith: 101),
            of: campaign
        )
        #expect(try row(100).reasons == [.fact(.takenForReal)] && row(100).answer == .send)
        #expect(try row(100).explanations.count == 2)
        #expect(try scene.failures(of: campaign) == [])
        _ = try scene.journal.withdraw(rows: [2], from: campaign, at: scene.now)
        #expect(try scene.failures(of: campaign) == [])
        for number in [100, 101] { #expect(try isAsDecided(message(number))) }
    }

    @Test func `who was withdrawn gets a message of their own by a decision`() throws {
        _ = try scene.journal.withdraw(rows: [2], from: campaign, at: scene.now)
        try scene.decide(1, sending: DecisionScene.letter("erika.2@post.example"), of: campaign)
        #expect(try message(1).id != message(2).id)
        #expect(try message(1).recipient.appointments.map(\.row) == [1])
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `the address of somebody else is taken only with their row`() throws {
        #expect(throws: DecisionError.shared(100, with: [3])) {
            try scene.decide(
                100,
                sending: DecisionScene.letter("erika.3@post.example"),
                of: campaign
            )
        }
        #expect(throws: DecisionError.notShared(100, with: 2)) {
            try scene.decide(
                100,
                sending: DecisionScene.letter("erika.3@post.example", sharedWith: 2),
                of: campaign
            )
        }
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `the address of somebody else in the campaign is a family's`() throws {
        let letter = try DecisionScene.letter("erika.3@post.example", sharedWith: 3)
        try scene.decide(100, sending: letter, of: campaign)
        let message = try message(100)
        #expect(try message.id != self.message(3).id)
        #expect(message.recipient.appointments.map(\.row) == [100])
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `a start that only a person knows is kept, and the plan can still be checked`()
        throws
    {
        let start = try DecisionScene.at(12)
        try scene.decide(
            101,
            sending: DecisionScene.letter("neu@post.example", start: start),
            of: campaign
        )
        #expect(try row(101).start == start)
        #expect(
            try row(101).explanations.last?.english.contains("for a start, given by hand") == true
        )
        #expect(try isAsDecided(message(101)))
        #expect(try scene.failures(of: campaign) == [])
    }

    /// Row, address, start (hour and day), and why not.
    private static let refusals: [(Int, String, (Int, Int)?, DecisionError)] = [
        (999, "neu@post.example", nil, .noSuchRow(999)),
        (2, "neu@post.example", nil, .getsMessage(2)),
        (104, "neu@post.example", nil, .nothingKept(104, .duplicate)),
        (100, "TERMINE@kreis.example", nil, .ownAddress(100)),
        (100, "info@kreis.example", nil, .ownAddress(100)),
        (101, "neu@post.example", nil, .startNeeded(101)),
        (101, "neu@post.example", (9, 17), .startOutside(101, first: day, last: day)),
        (101, "neu@post.example", (23, 15), .startOutside(101, first: day, last: day)),
        (102, "erika.2@post.example", nil, .alreadyTold(102, by: 2)),
        (103, "neu@post.example", nil, .leftover(103)),
    ]
    private static let day = "2021-03-16"

    @Test func `what may not be sent is not decided`() throws {
        let head = try scene.journal.evidence(of: campaign).chainHead
        for (row, address, start, error) in Self.refusals {
            let time = try start.map { try DecisionScene.at($0.0, day: $0.1) }
            #expect(throws: error) {
                try scene.decide(
                    row,
                    sending: DecisionScene.letter(address, start: time),
                    of: campaign
                )
            }
            #expect(!error.description.contains("@"))
        }
        let known = try DecisionScene.at(6)
        #expect(throws: DecisionError.startKnown(100, known)) {
            try scene.decide(
                100,
                sending: DecisionScene.letter("neu@post.example", start: known),
                of: campaign
            )
        }
        #expect(try scene.journal.evidence(of: campaign).chainHead == head)
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `nobody is written to about an appointment that is over`() throws {
        let late = scene.now.addingTimeInterval(21 * 3_600 + 1)
        #expect(throws: DecisionError.over(100)) {
            try scene.journal.decide(
                row: 100,
                sending: DecisionScene.letter("neu@post.example"),
                of: campaign,
                zone: .gmt,
                by: JournalScene.decider,
                at: late,
                randomness: scene.randomness
            )
        }
    }

    @Test func `whoever an earlier campaign has told is not told again`() async throws {
        let letter = try DecisionScene.letter("neu@post.example")
        try scene.decide(100, sending: letter, of: campaign)
        try scene.decide(1, sending: DecisionScene.letter("erika.2@post.example"), of: campaign)
        let approved = try scene.journal.campaign(campaign.id)
        try scene.journal.approve(approved, as: "B", by: .login("b", 3), at: scene.now)
        try scene.journal.start(campaign.id, at: scene.now)
        for index in 0...1 {
            let delivery = try await scene.claim(index, of: campaign)
            #expect((delivery.message.id == letter.id) == (index == 0))
            try await scene.record(JournalScene.accepted, on: delivery, of: campaign)
        }
        #expect(try scene.failures(of: campaign) == [])
        // The one that was new, and the one that joined another.
        for (row, person, hour, address) in [
            (100, 100, 6, "neu@post.example"), (101, 2, 7, "erika.2@post.example"),
        ] {
            let again = DecisionScene.row(
                row,
                contact: DecisionScene.person(person),
                start: try DecisionScene.at(hour)
            )
            let second = try scene.plan(
                SampleCampaign(people: 1, others: [again], firstRow: 50, seed: UInt64(row))
            )
            #expect(throws: DecisionError.toldBefore(row)) {
                try scene.decide(row, sending: DecisionScene.letter(address, seed: 6), of: second)
            }
        }
    }

    @Test func `an address on five people is an office's`() throws {
        let letter = try DecisionScene.letter("familie@post.example", sharedWith: 200)
        let others = try (200...204).map {
            DecisionScene.row($0, contact: DecisionScene.person($0), start: try DecisionScene.at(8))
        }
        let campaign = try scene.plan(
            SampleCampaign(people: 1, others: others, firstRow: 50, seed: 5)
        )
        for row in 200...203 {
            try scene.decide(
                row,
                sending: DecisionScene.letter(
                    "familie@post.example",
                    seed: UInt64(row),
                    sharedWith: row == 200 ? nil : 200
                ),
                of: campaign
            )
        }
        #expect(throws: DecisionError.collective(204)) {
            try scene.decide(204, sending: letter, of: campaign)
        }
        #expect(try scene.failures(of: campaign) == [])
    }

    @Test func `an address that stands on many people of other days is an office's, too`() throws {
        let home = try EmailAddress(parsing: "heim@post.example")
        let known = DecisionScene.person(200, address: home)
        let waiting = DecisionScene.person(201)
        let campaign = try scene.plan(
            SampleCampaign(
                people: 1,
                others: [
                    DecisionScene.row(
                        200,
                        .collectiveAddress,
                        contact: known,
                        start: try DecisionScene.at(8),
                        isCollective: true
                    ),
                    DecisionScene.row(201, contact: waiting, start: try DecisionScene.at(8)),
                ],
                firstRow: 50,
                seed: 5
            )
        )
        for row in [200, 201] {
            #expect(throws: DecisionError.collective(row)) {
                try scene.decide(
                    row,
                    sending: DecisionScene.letter("Heim@post.example", seed: UInt64(row)),
                    of: campaign
                )
            }
        }
        let letter = try DecisionScene.letter("erika.neu@post.example")
        try scene.decide(200, sending: letter, of: campaign)
        #expect(try scene.failures(of: campaign) == [])
        // What was found of the first address says nothing of the second, and still stands.
        #expect(throws: DecisionError.collective(201)) {
            try scene.decide(
                201,
                sending: DecisionScene.letter("heim@post.example", seed: 8),
                of: campaign
            )
        }
        let second = try DecisionScene.letter(
            "erika.neu@post.example",
            seed: 9,
            sharedWith: 200
        )
        try scene.decide(201, sending: second, of: campaign)
        #expect(try scene.failures(of: campaign) == [])
    }

    /// What is changed beside the events, and how it is told.
    private static let changes: [(sql: String, finding: String)] = [
        ("UPDATE ruling SET account = 'root (0)'", "who decided in event"),
        ("DELETE FROM ruling", "who decided in event"),
        ("UPDATE row SET class = 'past', message = NULL WHERE row = 100", "row 100 has another"),
        ("UPDATE row SET message = 1 WHERE row = 100", "row 100 is not in the message"),
        ("UPDATE row SET reasons = 'x' WHERE row = 101", "what was kept of them"),
        (
            "UPDATE row SET reasons = 'x' || reasons WHERE row = 101",
            "row 101: what is kept of it is not as planned"
        ),
        ("UPDATE row SET half_known = 1 WHERE row = 100", "row 100: what is kept of it is not"),
        ("UPDATE row SET collective = 1 WHERE row = 100", "what was kept of them"),
        ("UPDATE row SET answer = NULL WHERE row = 100", "row 100: its answer is not what"),
        ("UPDATE row SET answer = NULL WHERE row = 100", "what was kept of them"),
        ("UPDATE row SET answer = 'phone' WHERE row = 100", "row 100: its answer is not what"),
        ("UPDATE row SET answer = 'phone' WHERE row = 2", "row 2: its answer is not what"),
        ("UPDATE row SET start_given = 0 WHERE row = 101", "row 101: its answer is not what"),
        ("UPDATE row SET start_given = 1 WHERE row = 100", "what was kept of them"),
        (
            "UPDATE row SET start = '2021-03-16T13:00:00+00:00' WHERE row = 101",
            "its first appointment is not its rows'"
        ),
        (Outside.setting("address", ofRow: 100, to: "'x@post.example'"), "what was kept of them"),
        (Outside.setting("digest", ofMessage: 1, to: "recipient"), "its digest is not what was"),
        ("UPDATE message SET digest_hash = recipient WHERE number = 4", "not those of the tree"),
        ("UPDATE message SET recipient = digest_hash WHERE number = 4", "not those of the tree"),
    ]

    @Test func `whatever is changed in a table after a decision is seen`() async throws {
        try scene.decide(1, sending: DecisionScene.letter("erika.2@post.example"), of: campaign)
        try scene.decide(100, sending: DecisionScene.letter("neu@post.example"), of: campaign)
        let start = try DecisionScene.at(12)
        try scene.decide(
            101,
            sending: DecisionScene.letter(
                "neu@post.example",
                start: start,
                seed: 7,
                sharedWith: 100
            ),
            of: campaign
        )
        #expect(try scene.failures(of: campaign) == [])
        try scene.close()
        for (number, (sql, finding)) in Self.changes.enumerated() {
            let copy = "\(scene.path)-\(number)"
            try FileManager.default.copyItem(atPath: scene.path, toPath: copy)
            try await Outside.change(copy + "/journal.sqlite", sql)
            let journal = try Journal(in: StateDirectory(at: copy))
            let record = try journal.campaign(campaign.id)
            let failures = try journal.evidence(of: record).failures + journal.changes(of: record)
            #expect(failures.contains { $0.contains(finding) }, "\(sql): \(failures)")
            try journal.close()
        }
    }

    /// The messages of before were judged without the values of this one.
    @Test func `the guard's word at planning holds until a message is added`() throws {
        #expect(try scene.journal.guardVersion(of: campaign.id) == MessageGuard.version)
        try scene.decide([101], .leaveOut, of: campaign)
        #expect(try scene.journal.guardVersion(of: campaign.id) == MessageGuard.version)
        let letter = try DecisionScene.letter("Erika.Neu@post.example")
        try scene.decide(100, sending: letter, of: campaign)
        #expect(try scene.journal.guardVersion(of: campaign.id) == nil)
    }
}
