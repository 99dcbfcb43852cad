/// Until when a message makes sense.
package enum MessageDeadline: String, CaseIterable, Hashable, Sendable, Codable {
    /// Until the appointment: a person who reads it afterwards has come for nothing.
    case appointment
    /// Also when the appointment is over: a correction, or a letter about what has happened to data.
    case none
}
