import MailJournal
import Foundation
import MailCore
import MailSending

/// What a process that is sending says of itself (`progress.json` in the state directory).
package struct RunningReport: Codable, Sendable {
    package let campaign: String
    package let state: String
    package let messages: Int
    package let deliveries: [String: Int]
    /// ISO 8601.
    package let startedAt: String?
    /// What the relay last deferred a message with.
    package let lastDeferral: String?
    /// About how many messages a minute the relay takes, if it limits that.
    package let perMinute: Int?
    /// Until when nothing is begun because the relay fails; ISO 8601.
    package let relayAwayUntil: String?
    /// When the last message will have gone, if it goes on like this; ISO 8601.
    package let expectedEnd: String?
    /// The process that is sending; nil in a report of an earlier version.
    package let process: Int32?

    private enum CodingKeys: String, CodingKey {
        case campaign, state, messages, deliveries
        case startedAt = "started_at"
        case lastDeferral = "last_deferral"
        case perMinute = "per_minute"
        case relayAwayUntil = "relay_away_until"
        case expectedEnd = "expected_end"
        case process
    }

    init(_ sums: SendingSums, at now: Date, process: Int32?) {
        campaign = sums.campaign.id
        state = StatusReport.State.sending.rawValue
        messages = sums.counts.total
        var counts = sums.counts
        // While it is sent, a deferred message counts as one that still has to go.
        counts[.planned] -= sums.course.deferred
        counts[.deferred] += sums.course.deferred
        deliveries = Dictionary(
            uniqueKeysWithValues: DeliveryState.allCases.map { ($0.rawValue, counts[$0]) }
        )
        startedAt = (sums.campaign.startedAt ?? sums.began).iso8601(in: sums.zone)
        let course = sums.course
        lastDeferral = course.lastDeferral
        perMinute = course.rates.first { $0.group == nil }.map {
            max(1, Int($0.perMinute.rounded()))
        }
        relayAwayUntil = course.relayIsAwayUntil?.iso8601(in: sums.zone)
        self.process = process
        expectedEnd = sums.expectedEnd(at: now)?.iso8601(in: sums.zone)
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
