import MailCore
import Testing
import TestSupport

struct ProofCheckTests {
    @Test(arguments: ProofForm.allCases)
    func `a whole proof holds, with the key it was signed with and no other`(
        form: ProofForm
    ) throws {
        let sample = SampleProof(form: form)
        for octets in try [sample.octets, sample.octets(ofMessage: 1)] {
            let key = try SampleProof.key.publicKey
            let check = try ProofCheck(of: octets, expecting: key.uppercased())
            #expect(check.failures == [] && check.publicKey == key)
            #expect(try ProofCheck(of: octets).isOK)
            let other = try ProofCheck(of: octets, expecting: SampleProof.hex("other"))
            #expect(other.failures == ["it was signed with another key than the one given"])
        }
    }

    @Test(arguments: ProofForm.allCases)
    func `a campaign's proof tells what was counted`(form: ProofForm) throws {
        let check = try ProofCheck(of: SampleProof(people: 5, form: form).octets)
        guard case .campaign(let proof, let audit) = check.subject else {
            Issue.record("no campaign")
            return
        }
        #expect(proof.messages.count == 5 && audit.history.state == "finished")
        #expect(audit.tally.transactions == 5 && audit.tally.maxRecipients == 1)
        #expect(audit.tally.sameDigests == 5 && audit.tally.sameRecipients == 5)
        #expect(audit.tally.relays.map(\.transactions) == [5])
    }

    /// Every octet of a file with its lowest bit turned over; never a proof again.
    @Test(arguments: [0, 1, 2, 3], ProofForm.allCases)
    func `whichever octet is flipped, the check says no`(part: Int, form: ProofForm) throws {
        let sample = SampleProof(form: form)
        for octets in try [sample.octets, sample.octets(ofMessage: 1)] {
            for place in stride(from: part, to: octets.count, by: 4) {
                expectNo(octets, place: place, bit: 1)
                if place % 64 == part { expectNo(octets, place: place, bit: 0x20) }
            }
        }
    }

    private func expectNo(_ octets: [UInt8], place: Int, bit: UInt8) {
        var octets = octets
        octets[place] ^= bit
        guard let check = try? ProofCheck(of: octets) else { return }
        #expect(!check.isOK, "octet \(place)")
    }

    @Test func `an octet more or less is seen`() throws {
        let octets = try SampleProof().octets
        for place in stride(from: 0, to: octets.count, by: 41) {
            var (more, less) = (octets, octets)
            more.insert(UInt8(ascii: " "), at: place)
            less.remove(at: place)
            #expect((try? ProofCheck(of: more).isOK) != true)
            #expect((try? ProofCheck(of: less).isOK) != true)
        }
        #expect((try? ProofCheck(of: octets + [UInt8(ascii: "\n")]).isOK) != true)
    }

    @Test(arguments: ["", "{}", "Das ist kein Beweis.", "[1,2]", "{\"proof\":1}", "null\n"])
    func `something else altogether is no proof`(text: String) {
        guard let check = try? ProofCheck(of: Array(text.utf8)) else { return }
        #expect(!check.isOK && text.hasPrefix("{\"proof\":"))
    }

    /// Somebody with a key of their own signs what they have changed: then only what the proof
    /// holds can tell.
    @Test func `what is changed and signed again does not add up`() throws {
        let message = SampleProof().messages[1]
        for (name, change, finding) in Self.changes(message) {
            var sample = SampleProof()
            change(&sample)
            let failures = try ProofCheck(of: sample.octets).failures
            #expect(failures.contains { $0.contains(finding) }, "\(name): \(failures)")
        }
    }

    private typealias Change = (String, (inout SampleProof) -> Void, String)

    private static func changes(_ message: MessageRecord) -> [Change] {
        [
            ("digest", { $0.change(digest: SampleProof.hex("x")) }, "not those of the tree"),
            ("recipient", { $0.change(recipient: SampleProof.hex("x")) }, "another recipient"),
            ("state", { $0.change(state: "refused") }, "message \(message.id) is not accepted"),
            ("message gone", { $0.messages.removeLast() }, "messages are missing or were added"),
            ("message twice", { $0.messages.append(message) }, "occurs twice in the plan"),
            ("order", { $0.messages.swapAt(0, 1) }, "not those of the tree"),
            ("row gone", { $0.rows.removeLast() }, "rows are missing or were added"),
            (
                "row's hash", { $0.change(row: 2, "past", nil, hash: SampleProof.hex("x")) },
                "row's number, line, class"
            ),
            ("row moved", { $0.rows.swapAt(0, 2) }, "row 2 occurs twice or is out of order"),
            ("class", { $0.change(row: 2, "duplicate", nil) }, "row's number, line, class"),
            ("no class", { $0.change(row: 2, "made-up", nil) }, "row 4 has no known class"),
            ("no message", { $0.change(row: 2, "send", nil) }, "row 4 gets no message"),
            ("foreign", { $0.change(row: 0, "send", "f") }, "row 2 names a message outside"),
            ("not to send", { $0.change(row: 0, "past", message.id) }, "should not"),
            ("event gone", { $0.links.remove(at: 5) }, "event 6 is missing"),
            ("last gone", { $0.links.removeLast(2) }, "is not sending, as its events say"),
            ("swapped", { $0.links.swapAt(4, 5) }, "event 5 does not belong"),
            (
                "twice", { $0.add(.verdict, $0.accepted(message), of: message) },
                "event 13: a message that is accepted cannot be accepted"
            ),
            (
                "stranger", { $0.add(.attempt, of: stranger) },
                "event 13 names a message outside the plan"
            ),
            ("second plan", { $0.add(.planned, $0.plan) }, "event 13 plans the campaign a second"),
        ]
    }

    private static let stranger = MessageRecord(
        id: String(repeating: "0", count: 32),
        digest: "",
        recipient: "",
        rows: [],
        state: ""
    )

    @Test(arguments: [
        (["recipients": "2"], "event 5: the transaction had 2 recipients"),
        (["recipients": "0"], "event 5: the transaction had 0 recipients"),
        (["recipients": ""], "event 5: nobody counted the recipients"),
        (["recipient": SampleProof.hex("x")], "event 5: it went to another recipient"),
        (["digest": SampleProof.hex("x")], "event 5: what was sent is not what was planned"),
        (["code": "550"], "event 5: the relay's reply does not accept it"),
        (["verdict": "made-up"], "event 5 says nothing that can become of a message"),
        (["verdict": "ruled-accepted"], "event 5 says nothing that can become of a message"),
        (["verdict": "withdrawn"], "event 5 says nothing that can become of a message"),
    ])
    func `what was written must be what was planned, and to one recipient`(
        change: [String: String],
        finding: String
    ) throws {
        var audit = CampaignAudit(
            in: .salted,
            messages: SampleProof().messages,
            rows: SampleProof().rows
        )
        var sample = SampleProof()
        sample.links = []
        let message = sample.messages[0]
        sample.add(.planned, sample.plan)
        sample.add(.approved, ["digest": SampleProof.hex("campaign")])
        sample.add(.started)
        sample.add(.attempt, of: message)
        var facts = sample.accepted(message).merging(change) { $1 }
        facts["session"] = nil
        sample.add(.verdict, facts, of: message)
        for case .own(let event) in sample.links { audit.read(event) }
        #expect(audit.findings.texts.count == 1)
        #expect(audit.findings.texts.first?.hasPrefix(finding) == true, "\(audit.findings.texts)")
    }

    @Test func `a proof of one form does not pass as one of the other`() throws {
        var sample = SampleProof(form: .unsalted)
        sample.links = []
        sample.add(.planned, sample.plan.merging(["form": "2"]) { $1 })
        var audit = CampaignAudit(in: .unsalted, messages: sample.messages, rows: sample.rows)
        for case .own(let event) in sample.links { audit.read(event) }
        audit.conclude()
        #expect(
            audit.findings.texts.first == "the campaign was planned with events of another form"
        )
    }

    @Test func `a verdict names a connection that was recorded before it`() throws {
        var sample = SampleProof()
        let message = sample.messages[0]
        sample.links = []
        sample.add(.planned, sample.plan)
        sample.add(.approved, ["digest": SampleProof.hex("campaign")])
        sample.add(.attempt, of: message)
        let facts = sample.accepted(message).merging(["session": "5"]) { $1 }
        sample.add(.verdict, facts, of: message)
        sample.add(.session, ["relay": "mail.kreis.example:587"])
        var audit = CampaignAudit(in: .salted, messages: sample.messages, rows: sample.rows)
        for case .own(let event) in sample.links { audit.read(event) }
        #expect(
            audit.findings.texts == ["event 4 names a connection that was not recorded"]
        )
    }

    @Test(arguments: ProofForm.allCases)
    func `every state is counted, but one that was not there when the form was made`(
        form: ProofForm
    ) throws {
        guard case .object(let proof) = SampleProof(form: form).proof.json,
            case .object(let sums)? = proof["sums"],
            case .object(let counts)? = sums["deliveries"]
        else {
            Issue.record("no sums")
            return
        }
        let younger: Set<DeliveryState> = form == .unsalted ? [.expired] : []
        let names = Set(DeliveryState.allCases).subtracting(younger).map(\.rawValue)
        #expect(Set(counts.keys) == Set(names))
    }

    @Test func `what is opened must be what was hashed`() throws {
        let whole = SampleProof().proof(ofMessage: 1)
        let opening = try #require(whole.opening)
        let other = SampleProof.salt(ofMessage: 0)
        let receipts = opening.receipts
        let openings: [(MessageOpening, String)] = [
            (
                .init(salt: other, digest: opening.digest, receipts: receipts),
                "the digest that was opened is not the one that was planned"
            ),
            (
                .init(salt: opening.salt, digest: SampleProof.hex("x"), receipts: receipts),
                "the digest that was opened is not the one that was planned"
            ),
            (
                .init(
                    salt: opening.salt,
                    digest: opening.digest,
                    receipts: receipts.map { .init(event: $0.event, text: "{}") }
                ),
                "event 9: its receipt has been changed"
            ),
            (
                .init(salt: opening.salt, digest: opening.digest, receipts: []),
                "event 9: its receipt is missing"
            ),
            (
                .init(
                    salt: opening.salt,
                    digest: opening.digest,
                    receipts: receipts + [.init(event: 1, text: "{}")]
                ),
                "a receipt belongs to no event"
            ),
        ]
        for (opening, finding) in openings {
            let proof = MessageProof(
                form: .salted,
                authority: whole.authority,
                version: whole.version,
                at: whole.at,
                campaign: whole.campaign,
                message: whole.message,
                path: whole.path,
                links: whole.links,
                opening: opening
            )
            let octets = try SignedDocument(proof.json, with: SampleProof.key).octets
            let failures = try ProofCheck(of: octets).failures
            #expect(failures.contains(finding), "\(failures)")
        }
    }

    @Test func `a message's proof holds without its salt, once that is erased`() throws {
        let whole = SampleProof().proof(ofMessage: 1)
        let proof = MessageProof(
            form: .salted,
            authority: whole.authority,
            version: whole.version,
            at: whole.at,
            campaign: whole.campaign,
            message: whole.message,
            path: whole.path,
            links: whole.links,
            opening: nil
        )
        let octets = try SignedDocument(proof.json, with: SampleProof.key).octets
        #expect(try ProofCheck(of: octets).failures == [])
        #expect(whole.transaction?.queueID == "4F2A00" && proof.transaction?.queueID == nil)
    }

    @Test(arguments: [-1, Int.min, 253_402_300_800, Int.max])
    func `a moment outside the calendar is refused`(at: Int) throws {
        var sample = SampleProof()
        let last = sample.links.removeLast()
        guard case .own(let event) = last else { return }
        let moved = ChainEvent(
            sequence: event.sequence,
            at: at,
            kind: event.kind,
            campaign: event.campaign,
            message: nil,
            detail: event.detail,
            hash: event.hash
        )
        sample.links.append(.own(moved))
        let failures = try ProofCheck(of: sample.octets).failures
        #expect(failures == ["proof.events[11].at is no moment of the calendar"])
    }

    @Test func `one that an older journal may have sent needs no approval`() {
        var sample = SampleProof()
        sample.links = []
        sample.add(.planned, sample.plan)
        sample.add(
            .attempt,
            ["found": "after an older journal was put back"],
            of: sample.messages[0]
        )
        var audit = CampaignAudit(in: sample.form, messages: sample.messages, rows: sample.rows)
        for case .own(let event) in sample.links { audit.read(event) }
        #expect(audit.findings.texts == [])
    }

    @Test func `a message sent without approval is seen`() {
        var sample = SampleProof()
        sample.links = []
        sample.add(.planned, sample.plan)
        sample.add(.approved, ["digest": SampleProof.hex("something else")])
        sample.add(.attempt, of: sample.messages[0])
        var audit = CampaignAudit(in: sample.form, messages: sample.messages, rows: sample.rows)
        for case .own(let event) in sample.links { audit.read(event) }
        #expect(
            audit.findings.texts == [
                "event 2 approves something other than what was planned",
                "event 3: a message was sent without approval",
            ]
        )
    }

    @Test func `after twenty findings only their number goes on`() {
        var findings = Findings()
        for number in 1...50 { findings.add("finding \(number)") }
        #expect(findings.texts.count == 21 && findings.texts.last == "… and 30 more")
        var all = Findings()
        all.add(findings)
        all.add("another")
        #expect(all.count == 51 && all.texts.last == "… and 31 more")
    }
}

extension SampleProof {
    fileprivate mutating func change(
        digest: String? = nil,
        recipient: String? = nil,
        state: String? = nil
    ) {
        let old = messages[1]
        messages[1] = MessageRecord(
            id: old.id,
            digest: digest ?? old.digest,
            recipient: recipient ?? old.recipient,
            rows: old.rows,
            state: state ?? old.state
        )
    }

    fileprivate mutating func change(
        row place: Int,
        _ rowClass: String,
        _ message: String?,
        hash: String? = nil
    ) {
        let old = rows[place]
        let id = message == "f" ? String(repeating: "f", count: 32) : message
        rows[place] = RowEntry(
            row: old.row,
            line: old.line,
            rowClass: rowClass,
            message: id,
            hash: hash ?? old.hash
        )
    }
}
