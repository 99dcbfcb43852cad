/// How many appointments of one day, site and service are cancelled by e-mail: a forgotten choice shows
/// itself here.
///
/// No personal data.
package struct CancelledPart: Codable, Hashable, Sendable {
    /// For example `2021-03-16`.
    package let day: String
    /// As the file writes it; nil where it says nothing that may be shown.
    package let site: String?
    package let service: String?
    package let appointments: Int

    /// - Parameters:
    ///   - rows: Of a plan.
    ///   - shown: A site or service as it may be kept and shown; nil if it could be about a person.
    /// - Returns: The earliest day first. What only a few appointments have is not named: these sums
    ///   stay when the personal data goes.
    package static func all(
        of rows: [ClassifiedRow],
        shown: (String) -> String?
    ) -> [CancelledPart] {
        let mailed = rows.filter { $0.rowClass == .send }
        let sites = names(of: mailed.map(\.contact?.site), shown)
        let services = names(of: mailed.map(\.service), shown)
        var counts: [Place: Int] = [:]
        for row in mailed {
            let site = row.contact?.site.flatMap { sites[$0] }
            let service = row.service.flatMap { services[$0] }
            for start in row.starts {
                let day = "\(start.local.day)"
                counts[Place(day: day, site: site, service: service), default: 0] += 1
            }
        }
        return counts.map { place, count in
            CancelledPart(
                day: place.day,
                site: place.site,
                service: place.service,
                appointments: count
            )
        }.sorted { $0.order < $1.order }
    }

    private static func names(
        of values: [String?],
        _ shown: (String) -> String?
    ) -> [String: String] {
        var counts: [String: Int] = [:]
        for value in values.compactMap(\.self) { counts[value, default: 0] += 1 }
        let common = counts.filter { $0.value >= Crowd.people }.keys
        return Dictionary(
            uniqueKeysWithValues: common.compactMap { value in shown(value).map { (value, $0) } }
        )
    }

    private struct Place: Hashable {
        let day: String
        let site: String?
        let service: String?
    }

    private var order: (String, String, String) { (day, site ?? "", service ?? "") }
}
