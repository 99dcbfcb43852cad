import Foundation
import MailCampaign
import MailCore
import MailJournal
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
        #expect(listing.warnings[0].text.contains("4 messages have not come to an end yet"))
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
        #expect(report.text.text.contains("2 appointments"))
        #expect(report.conclusion == .done)
        #expect(throws: FileError.self) { try listing.write(nil, to: path) }
        // Whoever was told stands nowhere on it.
        let text = try office.text(of: "liste.csv")
        #expect(text.split(whereSeparator: \.isNewline).count == 3)
    }
}
