/// Whether a campaign is so much larger or smaller than the one before that it may be the wrong
/// file.
package enum SizeChange {
    /// More than three times as many, or less than a third.
    package static func isSuspicious(from before: Int, to now: Int) -> Bool {
        before > 0 && (now > 3 * before || 3 * now < before)
    }
}
