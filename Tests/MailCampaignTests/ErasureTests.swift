import Foundation
import MailCampaign
import MailCore
import MailJournal
import Synchronization
import TestSupport
import Testing

/// What is erased, when it may be, and what stays.
struct ErasureTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    private func erase(
        _ id: String,
        confirmedBy respondent: Respondent = .nobody
    ) throws -> CampaignErasure.Result {
        try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: respondent) }
    }

    private func due() throws -> DueErasure.Result {
        try office.open { try DueErasure(in: $0).run() }
    }

    /// Every octet of the state directory.
    private func shows(_ text: String) throws -> Bool {
        let state = office.path("state")
        return try FileManager.default.contentsOfDirectory(atPath: state).contains { name in
            let data = try Data(contentsOf: URL(filePath: "\(state)/\(name)"))
            return data.firstRange(of: Data(text.utf8)) != nil
        }
    }

    private func sent(_ schedule: SmallSchedule = SmallSchedule(people: 3)) async throws -> String {
        let id = try office.ready(schedule)
        _ = try await office.send(id)
        return id
    }

    @Test func `an erased campaign is verified, proven, and known to later plans`() async throws {
        let id = try await sent()
        let result = try erase(id)
        #expect(result.status.state == .erased && !result.wasErased)
        #expect(result.status.deliveries[.accepted] == 3)
        // The last appointment is in 2097; 90 days later it is forgotten who was told.
        let day = LocalDay(daysSinceEpoch: SmallSchedule.localDay.daysSinceEpoch + 90)
        #expect(result.notifiedUntil == day)
        let verified = try office.open { try Verification(of: id, in: $0) }
        #expect(verified.failures == [])
        #expect(throws: Refusal.nobodyToList(campaign: id)) {
            try office.open { try Listing(of: id, in: $0) }
        }
        #expect(try office.plan(SmallSchedule(people: 3)).classes[.alreadyNotified] == 3)
        #expect(try erase(id).wasErased)
    }

    @Test func `an older copy of the journal opens nothing with the keys of afterwards`()
        async throws
    {
        let id = try await sent(SmallSchedule(people: 3).with(row: 4, "E-Mail", ""))
        let copy = office.path("copy")
        try FileManager.default.copyItem(atPath: office.path("state"), toPath: copy)
        _ = try erase(id)
        try FileManager.default.removeItem(atPath: copy + "/keys")
        try FileManager.default.copyItem(atPath: office.path("state/keys"), toPath: copy + "/keys")
        let journal = try Journal(in: StateDirectory(at: copy))
        for look in [{ _ = try journal.unreached(of: id) }, { _ = try journal.values(of: id) }] {
            let error = #expect(throws: JournalError.self) { try look() }
            #expect(error?.description.contains("its key is not in the key store") == true)
        }
        try journal.close()
    }

    @Test func `a plan that was never sent is thrown away with the same word`() throws {
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        #expect(try erase(id).status.state == .erased)
        #expect(throws: Refusal.self) { try office.approve(id) }
        // Nobody was told.
        #expect(try office.plan(SmallSchedule(people: 3)).classes[.send] == 3)
    }

    @Test func `what is under way is not erased`() async throws {
        // The relay asks to wait, and somebody stops the sending.
        let stop = Mutex<StopRequest?>(StopRequest())
        let script = TransportScript(answering: { _ in
            await stop.withLock(\.self)?.ask()
            return .deferred
        })
        let office = try CampaignScene(script: script)
        let id = try office.ready(SmallSchedule(people: 2))
        _ = try await office.send(id, stop: #require(stop.withLock(\.self)))
        // It knows the sending, and with it the journal.
        stop.withLock { $0 = nil }
        #expect(throws: Refusal.notSettled(campaign: id, open: 2, unknown: 0)) {
            try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: .nobody) }
        }
    }

    @Test func `what is unknown is settled first`() async throws {
        let office = try CampaignScene(script: TransportScript(answering: { _ in .unknown }))
        let id = try office.ready(SmallSchedule(people: 2))
        _ = try await office.send(id)
        #expect(throws: Refusal.notSettled(campaign: id, open: 0, unknown: 2)) {
            try office.open { try CampaignErasure(of: id, in: $0).run(confirmedBy: .nobody) }
        }
    }

    @Test func `whoever is asked must name the number of messages`() async throws {
        let id = try await sent()
        #expect(throws: Refusal.notErased(campaign: id)) {
            try erase(id, confirmedBy: .said("4"))
        }
        #expect(try erase(id, confirmedBy: .said("3")).status.state == .erased)
    }

    @Test func `the reason of a hold stays out of the events`() async throws {
        let id = try office.plan(SmallSchedule(people: 1)).campaign.id
        _ = try office.open { try Hold(on: id, in: $0).run(.set(because: "Klage Distelkamp")) }
        let events = try await Outside.ask(
            office.path("state/journal.sqlite"),
            "SELECT detail FROM event WHERE kind = 'held'"
        )
        #expect(events.contains("because") && !events.contains("Distelkamp"))
    }

    @Test func `a hold keeps everything, and says why`() async throws {
        let id = try await sent()
        func hold(_ request: Hold.Request) throws -> String? {
            try office.open { try Hold(on: id, in: $0).run(request).heldBecause }
        }
        #expect(try hold(.set(because: "Klage")) == "Klage")
        let held = Refusal.held(campaign: id, because: "Klage")
        #expect(throws: held) { try erase(id) }
        #expect(throws: held) {
            try office.open {
                try PersonAnswer(in: $0)
                    .run([SmallSchedule.address(1)], isMasked: true, isErasing: true)
            }
        }
        office.clock.set(CampaignScene.noon.addingTimeInterval(300 * 86_400))
        #expect(try due().held == [id])
        #expect(try due().forgotten == [])
        let verified = try office.open { try Verification(of: id, in: $0) }
        #expect(verified.failures == [])
        #expect(try hold(.lift) == nil)
        let result = try due()
        #expect(result.erased == [id] && result.forgotten == [id])
    }

    @Test func `what is due goes on its day, and not before`() async throws {
        let id = try await sent()
        let strangers = SmallSchedule(people: 1).with(row: 2, "E-Mail", "fremd@example.org")
            .with(row: 2, "Nachname", "Fremd")
        let other = try office.plan(strangers).campaign.id
        // Appointments are the day after noon; the fourteenth day after them is the last.
        for (days, isDue) in [(1, false), (15, false), (16, true)] {
            office.clock.set(CampaignScene.noon.addingTimeInterval(Double(days) * 86_400))
            let result = try due()
            #expect(result.erased == (isDue ? [id, other] : []), "\(days)")
            #expect(result.forgotten == [])
        }
        office.clock.set(CampaignScene.noon.addingTimeInterval(92 * 86_400))
        #expect(try due().forgotten == [id, other])
        #expect(try due().forgotten == [])
        #expect(
            try office.plan(SmallSchedule(people: 3)) { $0.asOf = CampaignScene.noon }
                .classes[.alreadyNotified] == 0
        )
    }

    @Test func `what is due and not at its end waits for somebody`() async throws {
        let office = try CampaignScene(script: TransportScript(answering: { _ in .unknown }))
        let id = try office.ready(SmallSchedule(people: 2))
        _ = try await office.send(id)
        office.clock.set(CampaignScene.noon.addingTimeInterval(30 * 86_400))
        let result = try office.open { try DueErasure(in: $0).run() }
        #expect(result.unsettled == [id] && result.conclusion == .needsDecision)
    }

    @Test func `no octet of an erased campaign's people is left`() async throws {
        let id = try await sent(SmallSchedule(people: 40))
        let values = (1...40).map { SmallSchedule.address($0) }
        #expect(try !values.contains(where: shows))
        _ = try erase(id)
        #expect(try !values.contains(where: shows))
        #expect(try office.text(of: "state/keys").contains("notice"))
        #expect(try !office.text(of: "state/keys").contains(id))
    }

    /// Killed between the two: nothing can be opened, and erasing again ends it.
    @Test func `an erasure that was interrupted is ended by erasing again`() async throws {
        let id = try await sent(SmallSchedule(people: 3).with(row: 4, "E-Mail", ""))
        let keys = try office.text(of: "state/keys")
        let journal = try Data(contentsOf: URL(filePath: office.path("state/journal.sqlite")))
        _ = try erase(id)
        let left = try office.text(of: "state/keys")
        #expect(left != keys)
        try journal.write(to: URL(filePath: office.path("state/journal.sqlite")))
        try FileManager.default.removeItem(atPath: office.path("witness"))
        #expect(throws: JournalError.self) { try office.open { try Listing(of: id, in: $0) } }
        #expect(try erase(id).status.state == .erased)
        let verified = try office.open { try Verification(of: id, in: $0) }
        #expect(verified.failures == [])
    }

    @Test func `the journal stays verifiable when one person is erased`() async throws {
        let id = try await sent()
        let address = SmallSchedule.address(2)
        func ask(_ lines: [String], erasing: Bool = false) throws -> PersonAnswer.Result {
            try office.open {
                try PersonAnswer(in: $0).run(lines, isMasked: true, isErasing: erasing)
            }
        }
        let found = try ask([address.uppercased()])
        #expect(found.traces.map(\.row.row) == [3] && found.traces[0].events.count == 2)
        #expect(!found.text.en.text.contains(address))
        #expect(try ask([address], erasing: true).isErased)
        #expect(try ask([address]).traces.isEmpty)
        let verified = try office.open { try Verification(of: id, in: $0) }
        #expect(verified.failures == [])
        // The others are still there, and whoever was erased is not told twice.
        #expect(try ask([SmallSchedule.address(1)]).traces.count == 1)
        #expect(try office.plan(SmallSchedule(people: 3)).classes[.alreadyNotified] == 3)
    }

    @Test func `people who share an address are told apart by a further line`() async throws {
        let shared = SmallSchedule(people: 3).with(row: 3, "E-Mail", SmallSchedule.address(1))
        let id = try office.plan(shared).campaign.id
        func ask(_ lines: [String]) throws -> PersonAnswer.Result {
            try office.open {
                try PersonAnswer(in: $0).run(lines, isMasked: true, isErasing: true)
            }
        }
        #expect(throws: Refusal.severalPeople(2)) { try ask([SmallSchedule.address(1)]) }
        #expect(throws: Refusal.personUnderWay(campaign: id, row: 3)) {
            try ask([SmallSchedule.address(1), shared.rows[1][SmallSchedule.column("Buchungs-ID")]])
        }
    }

    /// An approval binds every row, so one that goes would void it for everybody.
    @Test func `one person is not erased while others still have to be told`() async throws {
        let stop = Mutex<StopRequest?>(StopRequest())
        let script = TransportScript(answering: { attempt in
            guard attempt.count == 1 else { return .deferred }
            await stop.withLock(\.self)?.ask()
            return .accepted
        })
        let office = try CampaignScene(script: script)
        let id = try office.ready(SmallSchedule(people: 3))
        _ = try await office.send(id, stop: #require(stop.withLock(\.self)))
        stop.withLock { $0 = nil }
        let open = try office.open { try StatusReport(of: id, in: $0).deliveries.underWay }
        #expect(open > 0)
        #expect(throws: Refusal.campaignUnderWay(campaign: id, open: open)) {
            try office.open {
                try PersonAnswer(in: $0)
                    .run([SmallSchedule.address(1)], isMasked: true, isErasing: true)
            }
        }
    }

    @Test func `when one person is erased, nothing looks changed, and the others can be seen`()
        async throws
    {
        let id = try await sent()
        _ = try office.open {
            try PersonAnswer(in: $0)
                .run([SmallSchedule.address(1)], isMasked: true, isErasing: true)
        }
        let again = try await office.send(id)
        #expect(!again.hadWork)
        let preview = try office.open { try MessagePreview(of: id, in: $0).look(rows: []) }
        #expect(preview.messages.count == 2)
        #expect(throws: WrongRequest.self) {
            try office.open { try MessagePreview(of: id, in: $0).look(rows: [2]) }
        }
        #expect(try office.view(of: id).report.messages == 3)
    }

    @Test func `without the keys nobody is told that nothing is kept`() async throws {
        let id = try await sent()
        try FileManager.default.removeItem(atPath: office.path("state/keys"))
        let refusal = Refusal.keysMissing(campaigns: [id], store: office.path("state/keys"))
        #expect(throws: refusal) {
            try office.open {
                try PersonAnswer(in: $0)
                    .run([SmallSchedule.address(1)], isMasked: true, isErasing: false)
            }
        }
        let failures = try office.open { try Verification(of: id, in: $0).failures }
        #expect(failures == ["campaign \(id): its key is gone, and no event says it was erased"])
    }

    @Test func `whoever looks at people in clear is recorded`() throws {
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        _ = try office.open { try Approval(of: id, in: $0).look(isMasked: false) }
        _ = try office.open {
            try PersonAnswer(in: $0)
                .run([SmallSchedule.address(1)], isMasked: false, isErasing: false)
        }
        let evidence = try office.open { workspace in
            try Verification(of: id, in: workspace).failures
        }
        #expect(evidence == [])
    }
}
