/// What a message says of the appointments it names.
package enum MessageSubject: String, CaseIterable, Hashable, Sendable, Codable {
    /// That they do not take place: whoever got it has been told.
    case cancelled
    /// That they do take place, after all.
    case stands
    /// Something else: a correction, or what has happened to somebody's data.
    case other
}
