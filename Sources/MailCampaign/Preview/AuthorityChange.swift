import MailCore

/// What has changed since a campaign was planned, so that it may not be sent as it is.
package enum AuthorityChange: Sendable {
    case differs(Refusal)
    /// The template's files cannot be read any more.
    case templateGone(ConfigurationError)

    /// Nil if nothing has changed.
    init?(_ clearance: Clearance) throws {
        do {
            guard let refusal = try clearance.change() else { return nil }
            self = .differs(refusal)
        } catch let error as ConfigurationError {
            self = .templateGone(error)
        }
    }
}
