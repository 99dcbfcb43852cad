package import MailCore
package import struct Foundation.Date
package import struct Foundation.TimeZone

/// Which appointments a campaign cancels.
package struct Selection: Sendable {
    /// First and last day, both included, in the authority's time zone.
    package let days: ClosedRange<LocalDay>
    /// Only these services (compared without case and outer blanks); empty means all.
    package let services: [String]
    /// Only these sites (compared likewise); empty means all.
    package let sites: [String]
    /// Appointments that begin before this instant are `past`.
    package let asOf: Date
    package let timeZone: TimeZone

    package init(
        days: ClosedRange<LocalDay>,
        services: [String],
        sites: [String],
        asOf: Date,
        timeZone: TimeZone
    ) {
        self.days = days
        self.services = services
        self.sites = sites
        self.asOf = asOf
        self.timeZone = timeZone
    }
}
