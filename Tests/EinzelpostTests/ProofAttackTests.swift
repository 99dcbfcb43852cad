import Foundation
import TestSupport
import Testing

/// Somebody tries out whether a person was among the recipients of a published proof.
///
/// They have the proof, one mail of the campaign as a pattern, the proof of that mail, and the names
/// and addresses of people: those of the schedule, and as many who are not in it.
@Suite(.serialized)
struct ProofAttackTests {
    /// What the attack says of one person.
    private struct Answer: Decodable {
        let found: Found?
        let tries: Int
        let seconds: Double

        struct Found: Decodable {
            let row: Int
            let time: String?
            let reference: String?
        }
    }

    private struct Outcome: Decodable {
        let form: Int
        let people: [Answer]
        let links: Int
    }

    /// Somebody to ask about; nil as row for one who is not in the schedule.
    private struct Target {
        let row: Int?
        let first: String
        let last: String
        let address: String
        var time = ""
        var reference = ""

        var json: String {
            #"{"first":"\#(first)","last":"\#(last)","address":"\#(address)","#
                + #""time":"\#(time)","reference":"\#(reference)"}"#
        }
    }

    /// What the attacker is given.
    private struct Material {
        /// The proof, or `--control` with a folder of mails.
        let proof: [String]
        /// One's own mail, and what one knows of oneself.
        let mail: String
        let own: Target
        let times: [String]
        let references: [String]
        var ownProof: String?
    }

    private func attack(_ material: Material, on targets: [Target]) async throws -> Outcome {
        let knows = """
            {"own":\(material.own.json),"people":[\(targets.map(\.json).joined(separator: ","))],
            "times":\(material.times),"references":\(material.references)}
            """
        var arguments = [Checkout.oracle("try_proof.py")] + material.proof
        arguments += ["--mail", material.mail, "--knows", knows]
        if let ownProof = material.ownProof { arguments += ["--own-proof", ownProof] }
        let output = try await Program.run("python3", arguments)
        return try JSONDecoder().decode(Outcome.self, from: Data(output.utf8))
    }

    private static func times(_ hours: ClosedRange<Int>, _ minutes: ClosedRange<Int>) -> [String] {
        hours.flatMap { hour in minutes.map { "\(hour):\($0 < 10 ? "0" : "")\($0)" } }
    }

    private static let references = (0..<25).map { String("000\($0)".suffix(4)) }

    private static let strangers = [
        Target(row: nil, first: "Cosima", last: "Nirgendwo", address: "person.8@example.net"),
        Target(row: nil, first: "Quirin", last: "Niemand", address: "niemand@example.org"),
        Target(row: nil, first: "Wencke", last: "Holunderkamp", address: "person.10@example.com"),
        Target(row: nil, first: "Frauke", last: "Fern", address: "person.99@example.org"),
    ]

    @Test func `a proof of the first form tells who was among the recipients`() async throws {
        let office = try Operator()
        try OldJournal.copyState(to: office.state)
        for name in ["einzelpost.toml", "proof.json"] {
            let contents = try Data(contentsOf: URL(filePath: "\(OldJournal.folder)/\(name)"))
            try office.write(Array(contents), to: name)
        }
        let campaign = OldJournal.interrupted
        try await office.run("preview \(campaign) --output briefe --all").exited(0)
        let members = [
            Target(row: 8, first: "Henrike", last: "Ginsterkamp", address: "person.8@example.org"),
            Target(row: 9, first: "Quirin", last: "Holunderröder", address: "person.9@example.org"),
            Target(row: 13, first: "Frauke", last: "Distelstieg", address: "person.13@example.org"),
            Target(
                row: 20,
                first: "Henrike",
                last: "Distelstieg",
                address: "person.20@example.org"
            ),
        ]
        let material = Material(
            proof: [office.path("proof.json")],
            mail: office.path("briefe/row-000018.eml"),
            own: Target(
                row: 18,
                first: "Cosima",
                last: "Salbeikoppel",
                address: "person.18@example.org",
                time: "10:28",
                reference: "0018"
            ),
            times: Self.times(9...10, 10...35),
            references: Self.references
        )
        let outcome = try await attack(material, on: members + Self.strangers)
        #expect(outcome.form == 1)
        let found = outcome.people.map(\.found)
        #expect(found.map { $0?.row } == members.map(\.row) + Self.strangers.map { _ in nil })
        #expect(found.prefix(4).map { $0?.time } == ["9:18", "9:19", "10:23", "10:30"])
        #expect(found.prefix(4).map { $0?.reference } == ["0008", "0009", "0013", "0020"])
        // Two people who share a mailbox have one hash there.
        #expect(outcome.links == 1)
    }

    /// An office that has sent a campaign to twenty people, two of whom share a mailbox.
    private func sent() async throws -> (office: Operator, plan: PlanResult) {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port, connections: 2))
        let schedule = SmallSchedule(people: 20)
            .with(row: 20, "E-Mail", "familie@example.org")
            .with(row: 21, "E-Mail", "familie@example.org")
        let plan = try await office.ready(schedule)
        try await office.send(plan).exited(0)
        try await office.run("proof \(plan.campaign) --output proof.json").exited(0)
        try await office.run("preview \(plan.campaign) --output briefe --all").exited(0)
        let own = try await office.rows(of: plan).rows.first { $0.row == 9 }?.message
        try await office.run("proof --message \(#require(own)) --output own.json").exited(0)
        return (office, plan)
    }

    /// The person of a row of that schedule.
    private func person(_ row: Int) -> Target {
        let cells = SmallSchedule(people: 20).rows[row - 2]
        return Target(
            row: row,
            first: cells[3],
            last: cells[2],
            address: cells[5],
            time: cells[8],
            reference: String(cells[0].suffix(4))
        )
    }

    @Test func `trying out a published proof is no better than guessing`() async throws {
        let (office, _) = try await sent()
        let members = [2, 3, 11, 17].map(person)
        let targets = members + Self.strangers
        func material(_ proof: String...) -> Material {
            Material(
                proof: proof,
                mail: office.path("briefe/row-000009.eml"),
                own: person(9),
                times: Self.times(10...10, 10...34),
                references: Self.references,
                ownProof: office.path("own.json")
            )
        }
        // The same mails, the same knowledge: the pattern fits, and only the salt is missing.
        let control = try await attack(material("--control", office.path("briefe")), on: targets)
        #expect(control.people.prefix(4).map { $0.found?.row } == [2, 3, 11, 17])
        #expect(control.people.dropFirst(4).allSatisfy { $0.found == nil })

        let outcome = try await attack(material(office.path("proof.json")), on: targets)
        #expect(outcome.form == 2)
        // Of everybody the same answer, whether they are in the schedule or not.
        #expect(outcome.people.allSatisfy { $0.found == nil })
        #expect(Set(outcome.people.map(\.tries)).count == 1 && outcome.people[0].tries > 10_000)
        #expect(outcome.links == 0)
    }

    /// The one person with the salt can do what nobody else can.
    @Test func `a person finds their own mail with the proof that they are given`() async throws {
        let (office, _) = try await sent()
        let script = """
            import hashlib, hmac, json, re, sys
            proof = json.load(open(sys.argv[1]))["proof"]
            mail = open(sys.argv[2], "rb").read()
            salt = bytes.fromhex(proof["opening"]["salt"])
            def salted(name, text):
                texts = [f"einzelpost {name} 2", text]
                octets = b"".join(len(t.encode()).to_bytes(8, "big") + t.encode() for t in texts)
                return hmac.digest(salt, octets, "sha256").hex()
            digest = hashlib.sha256(re.sub(rb"(?mi)^date:.*\\r\\n", b"", mail, count=1)).hexdigest()
            assert proof["opening"]["digest"] == digest and salted("digest", digest) == proof["digest"]
            assert salted("recipient", sys.argv[3].lower()) == proof["recipient"]
            published = json.load(open(sys.argv[4]))["proof"]["messages"]
            assert sum(entry["digest"] == proof["digest"] for entry in published) == 1
            """
        try await Program.run(
            "python3",
            [
                "-c", script, office.path("own.json"), office.path("briefe/row-000009.eml"),
                person(9).address, office.path("proof.json"),
            ]
        )
    }
}
