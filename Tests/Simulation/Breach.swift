/// A promise that a course has broken.
package struct Breach: Error, Hashable, Sendable, CustomStringConvertible {
    /// What must hold at every step, or whenever no process is sending.
    package enum Rule: String, CaseIterable, Hashable, Sendable {
        case nobodyLost = "whoever was told is accepted or unknown"
        case nobodyToldTwice = "nobody is told twice, unless a person said so"
        case doubtBounded = "one unknown at most for each connection that had sent a final dot"
        case oneState = "everybody is in exactly one state"
        case sumsRight = "the sums add up"
        case paceKept = "no window holds more attempts than it may"
        case retryWaited = "a deferred message waits before it is tried again"
        case rateHeard = "whoever was told to slow down begins nothing meanwhile"
        case chainWhole = "verify finds nothing"
        case ownVerdict = "a verdict stands where the relay's answer belongs"
        case nothingLate = "nothing is sent when it is too late"
        case nothingWithdrawn = "nothing is sent that a person took out, or froze"
        case inOrder = "a connection is used as the protocol says"
        case journalUsable = "the journal can be opened and used after any death"
        case comesToNoEnd = "everything comes to an end"
        case wayOut = "every state has a command that leads out of it"
    }

    package let rule: Rule
    package let detail: String

    init(_ rule: Rule, _ detail: String) {
        self.rule = rule
        self.detail = detail
    }

    package var description: String { "broken: \(rule.rawValue): \(detail)" }
}
