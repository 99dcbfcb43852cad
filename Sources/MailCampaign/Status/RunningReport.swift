import MailJournal
import Foundation
import MailCore

/// What a process that is sending says of itself (`progress.json` in the state directory).
package struct RunningReport: Codable, Sendable {
    package let campaign: String
    package let state: String
    package let messages: Int
    package let deliveries: [String: Int]
    /// ISO 8601.
    package let startedAt: String?

    private enum CodingKeys: String, CodingKey {
        case campaign, state, messages, deliveries
        case startedAt = "started_at"
    }

    init(_ sums: SendingSums) {
        campaign = sums.campaign.id
        state = StatusReport.State.sending.rawValue
        messages = sums.counts.total
        deliveries = Dictionary(
            uniqueKeysWithValues: DeliveryState.allCases.map {
                ($0.rawValue, sums.counts[$0])
            }
        )
        startedAt = (sums.campaign.startedAt ?? sums.began).iso8601(in: sums.zone)
    }

    init?(_ data: Data) {
        guard let report = try? JSONDecoder().decode(Self.self, from: data) else { return nil }
        self = report
    }

    var octets: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return try encoder.encode(self)
        }
    }
}
