/// How sure the program is of what it found out about a file.
package enum Certainty: String, Hashable, Sendable, Codable {
    /// An option says so.
    case chosen
    /// Proven by the file, such as by a byte order mark.
    case certain
    /// By far the best reading.
    case likely
}
