package import Foundation
package import MailCore

/// How far a sending has come, as a page shows it; nothing about people.
package struct SendingSight: Sendable, Equatable {
    package let campaign: String
    package let total: Int
    /// Each state that has messages, in the order of `DeliveryState`.
    package let states: [State]
    /// Why it is not faster, and when it ends.
    package let words: Sentence
    /// Nil unless it has not begun yet: seconds until it does.
    package let secondsToBegin: Int?

    package struct State: Sendable, Equatable {
        package let state: DeliveryState
        package let messages: Int
    }

    /// Messages that have come to an end.
    package var gone: Int {
        states.filter { !$0.state.isUnderWay }.reduce(0) { $0 + $1.messages }
    }

    /// In whole percent, 100 only at the end.
    package var percent: Int { total == 0 ? 100 : gone * 100 / total }

    package init(_ event: SendingEvent, of campaign: String, at now: Date) {
        self.campaign = campaign
        switch event {
        case .countsDown(let countdown, let left):
            total = 0
            states = []
            words = Sentence(
                en: "Sending begins at \(countdown.end.moment(in: countdown.zone, asOf: now)).",
                de:
                    "Der Versand beginnt um \(countdown.end.moment(in: countdown.zone, asOf: now))."
            )
            secondsToBegin = Int(left.components.seconds) + 1
        case .began(let sums), .concluded(_, let sums), .waits(let sums), .ended(let sums):
            total = sums.total
            states = Self.states { sums.counts[$0] }
            words = sums.waits(at: now).commas
            secondsToBegin = nil
        }
    }

    /// What another process says of itself.
    init(_ report: RunningReport) {
        campaign = report.campaign
        let states = Self.states { report.deliveries[$0.rawValue] ?? 0 }
        self.states = states
        total = states.reduce(0) { $0 + $1.messages }
        words =
            report.expectedEnd.map { end in
                Sentence(
                    en: "ends about \(Sentence(moment: end))",
                    de: "fertig gegen \(Sentence(moment: end))"
                )
            } ?? .empty
        secondsToBegin = nil
    }

    private static func states(_ count: (DeliveryState) -> Int) -> [State] {
        DeliveryState.allCases.filter(\.isLive).map { State(state: $0, messages: count($0)) }
            .filter { $0.messages > 0 }
    }
}

extension StatusFinding {
    /// How far another process is; nil if none is sending.
    package var sight: SendingSight? {
        switch finding {
        case .campaigns: nil
        case .running(let report): SendingSight(report)
        }
    }
}
