import Foundation
import MailCampaign
import MailCore

/// What a process that is sending says of itself (`progress.json` in the state directory).
struct RunningReport: Decodable {
    let campaign: String
    let messages: Int
    let deliveries: [String: Int]
    private var source = Data()

    enum CodingKeys: CodingKey {
        case campaign, messages, deliveries
    }

    init?(_ data: Data) {
        guard var report = try? JSONDecoder().decode(Self.self, from: data) else { return nil }
        report.source = data
        self = report
    }

    /// The file as it is; as the only entry of a list if no campaign was asked for.
    func json(alone: Bool) -> String {
        let object = String(decoding: source, as: UTF8.self)
        return alone ? object : "{\n  \"campaigns\" : [\n\(object)\n  ]\n}"
    }

    var text: String {
        let sums = deliveries.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return "\(campaign): another process is sending, \(messages.with("message")): \(sums)"
    }
}
