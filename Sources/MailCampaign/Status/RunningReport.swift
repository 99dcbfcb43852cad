import Foundation

/// What a process that is sending says of itself (`progress.json` in the state directory).
package struct RunningReport: Decodable, Sendable {
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

    init?(_ data: Data) {
        guard let report = try? JSONDecoder().decode(Self.self, from: data) else { return nil }
        self = report
    }
}
