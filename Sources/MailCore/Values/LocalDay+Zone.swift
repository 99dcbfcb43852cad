package import struct Foundation.Date
package import struct Foundation.TimeZone

extension LocalDay {
    /// The day on the wall of a zone.
    package init(of moment: Date, in zone: TimeZone) {
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
        let wall = seconds + zone.secondsFromGMT(for: moment)
        // Rounded down, before 1970 too.
        self.init(daysSinceEpoch: (wall - ((wall % 86_400) + 86_400) % 86_400) / 86_400)
    }
}

extension LocalTime {
    /// What the clocks of the zone show at this moment; seconds are dropped.
    package init(of moment: Date, in zone: TimeZone) {
        let seconds =
            Int(moment.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: moment)
        let minutes = (seconds % 86_400 + 86_400) % 86_400 / 60
        self.init(day: LocalDay(of: moment, in: zone), hour: minutes / 60, minute: minutes % 60)
    }
}
