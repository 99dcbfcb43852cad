import Foundation
import MailCampaign
import MailCore
import MailImport
import MailJournal
import TestSupport
import Testing

/// What looks at a file, the office or a whole campaign beforehand, and leaves all of them as they were.
struct LookingTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    @Test func `a file is looked at and nothing is stored`() throws {
        let schedule = SmallSchedule(people: 4).with(row: 4, "E-Mail", "")
        try office.write(schedule.text, to: "termine.csv")
        let found = try FileInspection.look(
            at: office.path("termine.csv"),
            ReadingChoice(),
            asOf: nil,
            now: CampaignScene.noon,
            zone: FileInspection.zone(
                configuration: office.path("einzelpost.toml"),
                in: office.surroundings
            )
        )
        #expect(found.name == "termine.csv")
        #expect(found.inspection.problems.isEmpty && found.inspection.rows == 4)
        #expect(found.inspection.days == [SmallSchedule.localDay: 4])
        #expect(found.inspection.addresses.usable == 3 && found.inspection.addresses.none == 1)
        #expect(!FileManager.default.fileExists(atPath: office.path("state")))
    }

    @Test func `a rehearsal needs no approval and leaves the deliveries as they are`() async throws
    {
        let id = try office.plan(SmallSchedule(people: 3)).campaign.id
        let result = try await rehearse(id)
        #expect(result.outcome == .done && result.keptIn == nil)
        #expect(result.status.deliveries[.accepted] == 3)
        let look = StatusLook(at: office.places, in: office.surroundings)
        guard case .campaigns(let reports) = try look.look(at: id).finding else {
            Issue.record("nobody is sending")
            return
        }
        #expect(reports.map { $0.deliveries[.planned] } == [3])
        #expect(!FileManager.default.fileExists(atPath: office.path("state/rehearsal")))
    }

    private func rehearse(_ id: String) async throws -> Rehearsal.Result {
        let workspace = try Workspace.open(office.places, in: office.surroundings)
        return try await Rehearsal(of: id, in: workspace, output: nil)
            .run(stop: StopRequest()) { _ in }
    }

    @Test func `the check makes the office's key once, and visits pages only where asked`()
        async throws
    {
        let first = await check(visitingPages: true)
        #expect(first.isKeyNew && first.templates?.names.contains("termin-absage") == true)
        #expect(first.links?.pages.map(\.kind) == [.imprint, .privacy])
        let second = await check(visitingPages: false)
        #expect(!second.isKeyNew && second.links == nil && second.isFine)
        #expect(first.key != nil && second.key?.publicKey == first.key?.publicKey)
    }

    private func check(visitingPages: Bool) async -> Readiness {
        await Readiness.check(office.places, in: office.surroundings, visitingPages: visitingPages)
    }
}
