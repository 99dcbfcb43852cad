import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// A proof with decisions, changed by somebody who holds a key and signs anew: what it holds must
/// still tell, to us and to a checker that shares no code with us.
struct DecidedProofTests {
    private let scene: JournalScene
    private let campaign: CampaignRecord

    /// Row 1 joins the message of row 2, row 100 gets a new one, row 101 is phoned.
    init() throws {
        scene = try JournalScene()
        let others = try [
            DecisionScene.row(
                1,
                .multiAddress,
                contact: DecisionScene.person(2, reference: "MK-2"),
                start: DecisionScene.at(7)
            ),
            DecisionScene.row(100, contact: DecisionScene.person(100), start: nil),
            DecisionScene.row(
                101,
                contact: DecisionScene.person(101, phone: "0221 4710 101"),
                start: DecisionScene.at(7)
            ),
        ]
        campaign = try scene.plan(SampleCampaign(people: 3, others: others))
        try scene.decide(1, sending: DecisionScene.letter("erika.2@post.example"), of: campaign)
        let start = try DecisionScene.at(12)
        try scene.decide(
            100,
            sending: DecisionScene.letter("neu@post.example", start: start),
            of: campaign
        )
        try scene.decide([101], .phone, of: campaign)
        let changed = try scene.journal.campaign(campaign.id)
        try scene.journal.approve(
            changed,
            as: "A. Muster",
            by: .login("approver", 2),
            at: scene.now
        )
        try scene.journal.start(campaign.id, at: scene.now)
    }

    /// Planned 1, decided 2, replanned 3, decided 4, replanned 5, decided 6, replanned 7.
    private static let forgeries: [(String, @Sendable (inout Proof) -> Void, String)] = [
        ("nothing", { _ in }, ""),
        ("class before", { $0[2]["before"] = "no-email" }, "a row's number, line, class"),
        ("class after", { $0[6]["class"] = "no-contact" }, "row 101 has another class than it was"),
        ("no class", { $0[6]["class"] = nil }, "event 6 records no answer that a row can have"),
        ("no answer", { $0[6]["answer"] = "mail" }, "event 6 records no answer"),
        ("other row", { $0[6]["row"] = "100" }, "row 100 has another class than it was"),
        ("no such row", { $0[6]["row"] = "999" }, "row 999 was decided and is not there"),
        (
            "digest before", { $0[2]["digest_before"] = SampleProof.hex("x") },
            "not those of the tree"
        ),
        (
            "joined as new", { $0[2]["digest_before"] = nil },
            "its rows are others than were decided"
        ),
        (
            "new as joined", { $0[4]["digest_before"] = SampleProof.hex("x") },
            "messages are missing or were added"
        ),
        ("root", { $0[7]["merkle_root"] = SampleProof.hex("x") }, "the tree that was decided"),
        ("count", { $0[7]["messages"] = "3" }, "messages are missing or were added"),
        ("decision gone", { $0.remove(6) }, "changes the plan without a decision"),
        // A plan in between is nobody's any more.
        ("plan between gone", { $0.remove(3) }, ""),
        ("last plan gone", { $0.remove(7) }, "between decisions and the plan they make"),
        ("decided twice", { $0.repeatAtEnd(6) }, "a row was decided after sending had begun"),
        ("to nobody", { $0.name(4, nil) }, "event 4 records no answer"),
        ("to another", { $0.name(4, $0.message(2)) }, "row 100 is not in the message"),
        ("phoned by mail", { $0.name(6, $0.message(2)) }, "event 6 records no answer"),
        ("digest of today", { $0.exchange(digest: SampleProof.hex("x")) }, "tree that was decided"),
    ]

    @Test func `what is changed about decisions does not add up`() async throws {
        let oracle = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Oracles/check_proof.py").path()
        for (name, forge, finding) in Self.forgeries {
            var proof = Proof(try proof())
            forge(&proof)
            let octets = try SignedDocument(proof.sealed.json, with: SampleProof.key).octets
            let failures = try ProofCheck(of: octets).failures
            let file = "\(scene.path)/forged.json"
            try Data(octets).write(to: URL(filePath: file))
            let process = try ChildProcess("python3", [oracle, file])
            process.closeInput()
            let ending = try await process.finish()
            if finding.isEmpty {
                #expect(failures == [] && ending.status == 0, "\(name): \(failures)")
            } else {
                #expect(failures.contains { $0.contains(finding) }, "\(name): \(failures)")
                #expect(ending.status == 3, "\(name): \(ending.output)")
            }
        }
    }

    private func proof() throws -> CampaignProof {
        try scene.journal.proof(
            of: scene.journal.campaign(campaign.id),
            version: "0.1.0",
            statement: .init(at: scene.now, renderedMessages: 4, foreignValues: 0)
        )
    }
}

/// A proof whose events can be changed, and are then chained anew.
private struct Proof {
    private var proof: CampaignProof
    private var events: [(ChainEvent, facts: [String: String], message: String?)]

    init(_ proof: CampaignProof) {
        self.proof = proof
        events = proof.links.compactMap { link in
            guard case .own(let event) = link else { return nil }
            return (event, event.facts ?? [:], event.message)
        }
    }

    /// The detail of an event, by its number in the whole proof.
    subscript(number: Int) -> [String: String] {
        get { events[number - 1].facts }
        set { events[number - 1].facts = newValue }
    }

    func message(_ number: Int) -> String? { events[number - 1].message }

    mutating func name(_ number: Int, _ message: String?) { events[number - 1].message = message }

    mutating func remove(_ number: Int) { events.remove(at: number - 1) }

    mutating func repeatAtEnd(_ number: Int) {
        events.append(events[number - 1])
        events.append(events[number])
    }

    /// Of the last message, everywhere but in the tree.
    mutating func exchange(digest: String) {
        var messages = proof.messages
        let last = messages.removeLast()
        messages.append(
            MessageRecord(
                id: last.id,
                digest: digest,
                recipient: last.recipient,
                rows: last.rows,
                state: last.state
            )
        )
        proof = CampaignProof(
            form: proof.form,
            authority: proof.authority,
            version: proof.version,
            campaign: proof.campaign,
            messages: messages,
            rows: proof.rows,
            links: proof.links,
            statement: proof.statement
        )
    }

    var sealed: CampaignProof {
        var head = ChainEvent.root
        var links: [CampaignProof.Link] = []
        for (event, facts, message) in events {
            guard let kind = EventKind(rawValue: event.kind) else { continue }
            let link = ChainEvent(
                after: head,
                sequence: links.count + 1,
                at: event.at,
                kind: kind,
                campaign: proof.campaign,
                message: message,
                detail: facts
            )
            head = link.hash
            links.append(.own(link))
        }
        return CampaignProof(
            form: proof.form,
            authority: proof.authority,
            version: proof.version,
            campaign: proof.campaign,
            messages: proof.messages,
            rows: proof.rows,
            links: links,
            statement: proof.statement
        )
    }
}
