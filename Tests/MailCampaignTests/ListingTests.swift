import Foundation
import MailCampaign
import MailCore
import MailJournal
import Synchronization
import TestSupport
import Testing

/// Who must be reached another way, and what is said of the list.
struct ListingTests {
    private let office: CampaignScene

    init() throws { office = try CampaignScene() }

    private static let schedule = SmallSchedule(people: 6)
        .with(row: 3, "E-Mail", "")
        .with(row: 4, "E-Mail", "").with(row: 4, "Telefon", "")

    @Test func `the list is as full before sending as it can be, and says who may still come`()
        throws
    {
        let id = try office.plan(Self.schedule).campaign.id
        let listing = try office.open { try Listing(of: id, in: $0) }
        #expect(listing.underWay == 4)
        #expect(listing.list.entries(nil).count == 2)
        #expect(listing.list.entries(.phone).count == 1)
        #expect(listing.warnings.count == 1)
        #expect(listing.warnings[0].en.text.contains("4 messages have not come to an end yet"))
    }

    @Test func `near the appointment, whoever is not told yet is on the list, also while sending`()
        async throws
    {
        let seen = Mutex<[[UnreachedCause: Int]]>([])
        let places = Mutex<(AuthorityPlaces, Surroundings, String)?>(nil)
        let script = TransportScript(answering: { attempt in
            guard attempt.count == 2, let (places, surroundings, id) = places.withLock(\.self)
            else {
                return .accepted
            }
            // As another process does: this one holds the lock.
            let listing = try? Workspace.looking(at: places, in: surroundings) {
                try Listing(of: id, in: $0)
            }
            seen.withLock { $0.append(listing?.list.causes.filter { $0.value > 0 } ?? [:]) }
            return .accepted
        })
        let office = try CampaignScene(script: script)
        // In the night before; with the hours that the configuration names, 12, all are near.
        office.clock.set(CampaignScene.noon.addingTimeInterval(13 * 3_600))
        let id = try office.ready(Self.schedule)
        let before = try office.open { try Listing(of: id, in: $0) }
        #expect(before.list.causes[.stillTrying] == 0)
        places.withLock { $0 = (office.places, office.surroundings, id) }
        _ = try await office.send(id)
        // One of four was told before.
        #expect(seen.withLock(\.self) == [[.noAddress: 2, .stillTrying: 3]])
        let after = try office.open { try Listing(of: id, in: $0) }
        #expect(after.list.causes.filter { $0.value > 0 } == [.noAddress: 2])
        #expect(!FileManager.default.fileExists(atPath: office.path("state/look")))
    }

    @Test func `long before the appointment, who is put off is not called yet`() async throws {
        let script = TransportScript(answering: { _ in
            TransportAnswer(.deferred(.connectionLost), afterTheDot: false)
        })
        let office = try CampaignScene(script: script)
        let id = try office.ready(SmallSchedule(people: 3))
        _ = try await office.send(id)
        let listing = try office.open { try Listing(of: id, in: $0) }
        #expect(listing.underWay == 3 && listing.list.causes[.stillTrying] == 0)
    }

    @Test func `once all are told nobody may still come, and the file is written once`()
        async throws
    {
        let id = try office.ready(Self.schedule)
        _ = try await office.send(id)
        let listing = try office.open { try Listing(of: id, in: $0) }
        #expect(listing.underWay == 0 && listing.warnings.isEmpty)
        let path = office.path("liste.csv")
        try listing.write(nil, to: path)
        let report = listing.report(nil, in: path)
        #expect(report.text.en.text.contains("2 appointments"))
        #expect(report.conclusion == .done)
        #expect(throws: FileError.self) { try listing.write(nil, to: path) }
        // Whoever was told stands nowhere on it.
        let text = try office.text(of: "liste.csv")
        #expect(text.split(whereSeparator: \.isNewline).count == 3)
    }
}
