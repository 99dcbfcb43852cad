/// At which mail providers the recipients are.
///
/// A domain that few people share can tell who they are, so only those of five people or more are
/// named.
package struct MailDomains: Sendable {
    private static let most = 5

    private var counts: [String: Int] = [:]

    package init() {}

    /// Counts one message.
    package mutating func count(_ domain: String) {
        counts[domain, default: 0] += 1
    }

    /// The largest first.
    package var named: [(domain: String, messages: Int)] {
        let large = counts.filter { $0.value >= Crowd.people }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return large.prefix(Self.most).map { ($0.key, $0.value) }
    }

    /// Messages to all the other domains.
    package var others: Int {
        counts.values.reduce(0, +) - named.map(\.messages).reduce(0, +)
    }
}
