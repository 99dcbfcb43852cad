import Foundation
import MailCampaign
import MailCore
import MailImport
import MailJournal
import TestSupport
import Testing

/// What is shown and changes nothing: preview, differences, status, proof.
struct ShowingTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    @Test func `an unknown place has no campaigns, and looking makes none`() throws {
        let look = StatusLook(at: office.places, in: office.surroundings)
        guard case .campaigns(let reports) = try look.look(at: nil).finding else {
            Issue.record("nobody is sending")
            return
        }
        #expect(reports.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: office.path("state")))
    }

    @Test func `a row's message is shown, and a row without one is named`() throws {
        let schedule = SmallSchedule(people: 3).with(row: 4, "E-Mail", "")
        let id = try office.plan(schedule).campaign.id
        let report = try office.open { try MessagePreview(of: id, in: $0).look(rows: [3]) }
        #expect(report.messages.map(\.rows) == [[3]])
        #expect(report.messages.map(\.why) == [.row(3)])
        #expect(throws: WrongRequest.rowWithoutMessage(4, campaign: id)) {
            try office.open { try MessagePreview(of: id, in: $0).look(rows: [4]) }
        }
    }

    @Test func `the first campaign is compared with none, the next one with it`() throws {
        let first = try office.plan(SmallSchedule(people: 2)).campaign.id
        var larger = SmallSchedule(people: 9)
        larger.rows.removeFirst(2)
        let second = try office.plan(larger).campaign.id
        let views = try [first, second].map { id in
            try office.open { try Approval(of: id, in: $0).look(isMasked: true).view }
        }
        #expect(views[0].differences == nil)
        let differences = try #require(views[1].differences)
        #expect(differences.other == first)
        #expect(differences.all.contains(.value(.messages, from: "2", to: "7")))
        #expect(views[1].warnings.contains(.size(.messages, now: 7, before: 2, other: first)))
    }

    @Test func `sending that would end in the morning of the appointments is told`() throws {
        office.clock.set(CampaignScene.noon.addingTimeInterval(13 * 3_600))
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        let view = try office.open { try Approval(of: id, in: $0).look(isMasked: true).view }
        #expect(view.warnings.contains(.late(.hoursBefore(9))), "\(view.warnings)")
    }

    @Test func `addresses are masked unless somebody wants them`() throws {
        let id = try office.plan(SmallSchedule(people: 1)).campaign.id
        let shown = try [true, false].map { isMasked in
            try office.open { try Approval(of: id, in: $0).look(isMasked: isMasked).view }
                .examples.map(\.address)
        }
        #expect(shown[0] != shown[1])
        #expect(shown[1] == ["person.100000@example.org"])
    }

    @Test func `a proof is given only of what holds, and can be checked`() async throws {
        let id = try office.plan(SmallSchedule(people: 2)).campaign.id
        try office.approve(id)
        _ = try await office.send(id)
        let proof = try office.open { try Proving(in: $0).proof(of: id) }
        #expect(proof.newKey != nil)
        #expect(try proof.verification(name: "p").check.isOK)
        #expect(try office.open { try Proving(in: $0).proof(of: id) }.newKey == nil)
        let file = office.path("proof.json")
        try proof.write(to: file)
        #expect(throws: FileError.isThere(file, .file)) { try proof.write(to: file) }
        let other = String(repeating: "0", count: 64)
        #expect(try ProofVerification(of: file, expecting: other).check.isOK == false)
    }

    @Test func `a whole cancellation needs its number`() async throws {
        let id = try await office.cancel(SmallSchedule(people: 2)) { id, ready in
            #expect(throws: Refusal.confirmationMissing(campaign: id, messages: 2)) {
                try ready.confirm(by: .nobody)
            }
            #expect(throws: Refusal.notConfirmed(campaign: id, messages: 2)) {
                try ready.confirm(by: .said("3"))
            }
            return try ready.confirm(by: .said("2"))
        }
        #expect(office.script.past.attempts.count == 2)
        #expect(try office.open { try StatusReport(of: id, in: $0) }.state == .finished)
    }
}

extension CampaignScene {
    fileprivate func cancel(
        _ schedule: SmallSchedule,
        _ confirm: (String, Cancellation.Ready) throws -> String
    ) async throws -> String {
        try write(schedule.text, to: "termine.csv")
        let id = try open { workspace in
            let cancellation = try Cancellation(
                planning: SmallSchedule.choice(of: path("termine.csv")),
                in: workspace,
                isMasked: true
            )
            return try confirm(cancellation.view.campaign.id, cancellation.ready())
        }
        let sending = TimedSending(
            of: id,
            at: nil,
            asOf: nil,
            claim: nil,
            isPatient: false,
            in: surroundings
        ) { [self] in try Workspace.open(places, in: surroundings) }
        _ = try await sending.run(stop: StopRequest()) { _ in }
        return id
    }
}
