import MailCore

/// What really happened, as the relay and the people know it; the journal is measured by it.
struct Truth {
    /// How far the last attempt at somebody has come, as long as its verdict is not durable.
    enum Reach: Hashable {
        case called, began, bodyFinished, replied
    }

    /// How often the relay has taken each person's message.
    var taken: [Int: Int] = [:]
    /// How often a person had somebody told again, who was told already.
    var allowedAgain: [Int: Int] = [:]
    /// Of whom a person says that the relay has their message.
    var ruledAccepted: Set<Int> = []
    /// Who was told, and of whom a person says that they shall be told again.
    var ruledUntold: Set<Int> = []
    /// The relay's last answer about each.
    var answers: [Int: SubmissionOutcome] = [:]
    /// When that was, on the clock that nobody sets.
    var answeredAt: [Int: Double] = [:]
    /// Who may stand as unknown.
    var doubtful: Set<Int> = []
    var withdrawn: Set<Int> = []
    var isFrozen = false
    /// Whose message the relay has not decided on.
    var undecided: Set<Int> = []
    /// Attempts whose verdict is not durable.
    var underWay: [Int: Reach] = [:]
    /// How many attempts have been submitted.
    var attempts: [Int: Int] = [:]
    /// The latest time of day that any process has seen, in seconds since 1970.
    var latest = 0.0
    /// When a message may be tried again at the earliest, on the clock that nobody sets.
    var notBefore: [Int: Double] = [:]

    func isTold(_ person: Int) -> Bool { taken[person, default: 0] > 0 }

    /// Who had, when a process died, an attempt of which nobody can know what became.
    var inTheDark: Set<Int> { Set(underWay.filter { $0.value == .bodyFinished }.keys) }
}

/// What people and the relay have said, as far as a copy of a journal knows.
struct Words {
    /// Somebody who was refused before, and put off later, is refused in it.
    let answers: [Int: SubmissionOutcome]
    let withdrawn: Set<Int>
    let ruledAccepted: Set<Int>
    let ruledUntold: Set<Int>
    let isFrozen: Bool

    init(_ truth: Truth) {
        answers = truth.answers
        withdrawn = truth.withdrawn
        ruledAccepted = truth.ruledAccepted
        ruledUntold = truth.ruledUntold
        isFrozen = truth.isFrozen
    }
}

extension Truth {
    /// A copy of the journal was put in its place.
    mutating func forget(allBut words: Words) {
        withdrawn = words.withdrawn
        ruledAccepted = words.ruledAccepted
        ruledUntold = words.ruledUntold
        isFrozen = words.isFrozen
        answers = words.answers
        notBefore = [:]
    }
}
