/// How a text file sets cells in quotes.
package enum QuoteStyle: String, CaseIterable, Hashable, Sendable {
    /// As RFC 4180 says: nothing between a quote and the delimiter.
    case double
    /// Blanks may stand between a delimiter and a quote, in front of it and behind.
    case spaced
    /// Single quotes take the place of double ones.
    case single

    var mark: UInt8 { self == .single ? UInt8(ascii: "'") : UInt8(ascii: "\"") }
}
