import MailCore
import TestSupport
import Testing

/// What a campaign cancels by day, site and service.
struct CancelledPartTests {
    private func row(
        _ number: Int,
        _ site: String?,
        _ service: String?,
        _ rowClass: RowClass = .send
    ) throws -> ClassifiedRow {
        let contact = Contact(
            name: PersonName(first: "Erika", last: "Muster"),
            address: nil,
            phone: nil,
            site: site,
            reference: nil
        )
        var row = ClassifiedRow(
            row: number,
            line: number,
            rowClass: rowClass,
            reasons: [],
            start: try SampleCampaign.start(),
            contact: contact
        )
        row.service = service
        return row
    }

    @Test func `only what is mailed counts, and nothing that few have or that is about a person`()
        throws
    {
        let rows =
            try (2...7).map { try row($0, "Halle 2", "Impfung") }
            + (8...12).map { try row($0, "Halle 1", "Impfung") }
            + (13...17).map { try row($0, "erika@example.org", "Beratung") }
            + (18...21).map { try row($0, "mit Erika Muster", nil) }
            + (22...29).map { try row($0, "Halle 2", "Impfung", .noEmail) }
        let parts = CancelledPart.all(of: rows) { $0.contains("@") ? nil : $0 }
        #expect(parts.map(\.appointments) == [4, 5, 5, 6])
        #expect(parts.map(\.site) == [nil, nil, "Halle 1", "Halle 2"])
        #expect(parts.map(\.service) == [nil, "Beratung", "Impfung", "Impfung"])
        #expect(Set(parts.map(\.day)).count == 1)
    }
}
