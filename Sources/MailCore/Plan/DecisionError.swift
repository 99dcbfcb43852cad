/// Why a decision cannot be taken; then nothing has changed (exit code 3, or 64 for a row that is not
/// there).
///
/// Never personal data.
package enum DecisionError: PrintableError, Hashable, Sendable {
    case noSuchRow(Int)
    case noSuchValue(Int)
    case begun(campaign: String)
    case erased(campaign: String)
    /// Nothing of the person was kept.
    case nothingKept(Int, RowClass)
    case getsMessage(Int)
    case noPhone(Int)
    case leftover(Int)
    case alreadyTold(Int, by: Int)
    case toldBefore(Int)
    case ownAddress(Int)
    case collective(Int)
    /// The address is that of other people in these rows, and nobody said that they share it.
    case shared(Int, with: [Int])
    /// The address is not that of the row that was named.
    case notShared(Int, with: Int)
    case startNeeded(Int)
    case startKnown(Int, AppointmentTime)
    case startOutside(Int, first: String, last: String)
    case halfKnown(Int)
    case over(Int)
    case notWritable(Int, RenderError)
    case guarded(Int, GuardFinding)

    /// Whether rows of a campaign can be decided at all.
    package static func check(
        _ campaign: String,
        hasBegun: Bool,
        isErased: Bool
    ) throws(DecisionError) {
        guard !isErased else { throw .erased(campaign: campaign) }
        guard !hasBegun else { throw .begun(campaign: campaign) }
    }
}
