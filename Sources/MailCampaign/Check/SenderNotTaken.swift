/// The relay can be reached, but does not let this authority send.
package struct SenderNotTaken: Error, Hashable, Sendable {
    package let relay: String
    /// The reply's code; nil if there was none.
    package let code: Int?
}
