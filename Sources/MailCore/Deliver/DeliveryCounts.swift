/// How many messages of a campaign stand in each state.
///
/// All sums over states are made here, so that "messages" is the same number everywhere.
package struct DeliveryCounts: Hashable, Sendable {
    private var counts: [DeliveryState: Int]

    package init(_ counts: [DeliveryState: Int] = [:]) {
        self.counts = counts
    }

    package subscript(state: DeliveryState) -> Int {
        get { counts[state] ?? 0 }
        set { counts[state] = newValue }
    }

    /// Every state with its count, zeros included.
    package var byState: [DeliveryState: Int] {
        Dictionary(uniqueKeysWithValues: DeliveryState.allCases.map { ($0, self[$0]) })
    }

    /// All messages of the plan, withdrawn ones included: what "messages" means.
    package var total: Int { sum { _ in true } }

    /// Those that nobody has taken out.
    package var live: Int { sum(of: \.isLive) }

    package var withdrawn: Int { total - live }

    /// Those that still have to go.
    package var open: Int { sum(of: \.isOpen) }

    /// Those that come to an end by themselves, and have not yet.
    package var underWay: Int { sum(of: \.isUnderWay) }

    /// Those that keep the campaign from being finished.
    package var pending: Int { sum(of: \.isPending) }

    /// Those that wait for a person: for a word, or for another way to their recipient.
    package var needingPerson: Int { sum(of: \.needsPerson) }

    /// Those whose recipient must be reached another way.
    package var failed: Int { sum(of: \.hasFailed) }

    /// How many stand in the states for which a rule holds.
    package func sum(of rule: (DeliveryState) -> Bool) -> Int {
        DeliveryState.allCases.filter(rule).reduce(0) { $0 + self[$1] }
    }
}
