/// What does not fit, in plain words: the first twenty, and how many more there are.
package struct Findings: Sendable {
    private static let shown = 20
    package private(set) var count = 0
    private var first: [String] = []

    package init() {}

    package var isEmpty: Bool { count == 0 }

    package mutating func add(_ text: String) {
        count += 1
        if first.count < Self.shown { first.append(text) }
    }

    package mutating func add(_ texts: [String]) {
        for text in texts { add(text) }
    }

    package mutating func add(_ other: Findings) {
        add(other.first)
        count += other.count - other.first.count
    }

    package var texts: [String] {
        count > first.count ? first + ["… and \(count - first.count) more"] : first
    }
}
