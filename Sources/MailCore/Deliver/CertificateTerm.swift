package import Foundation

/// How long a relay's certificate will still do.
package enum CertificateTerm {
    /// In days: renewals go wrong unnoticed, and so there is time to ask whoever runs the relay.
    package static let enough = 30

    /// Whole days until it ends, if they are few; nil if there is time enough.
    package static func fewDaysLeft(until end: Date, at now: Date) -> Int? {
        let days = Int((end.timeIntervalSince(now) / 86_400).rounded(.down))
        return days >= enough ? nil : days
    }
}
