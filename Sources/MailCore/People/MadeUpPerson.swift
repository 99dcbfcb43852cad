package import struct Foundation.TimeZone

/// Somebody who does not exist, in the place of a real recipient: for a test mail, which may end up anywhere.
///
/// The letter reads as it does for the real one: with or without name, site and reference, and with as many
/// appointments. Nothing else of them is in it. Their time of day belongs to them alone, so it is made up; a day
/// or a site is theirs only where it is that of a crowd.
package struct MadeUpPerson {
    private let real: Recipient
    private let zone: TimeZone

    /// - Parameters:
    ///   - real: Whom it stands for.
    ///   - zone: The authority's.
    package init(for real: Recipient, in zone: TimeZone) {
        self.real = real
        self.zone = zone
    }

    /// - Parameters:
    ///   - address: Of the authority.
    ///   - otherDay: Stands for a day that few people of the campaign share.
    ///   - isCommonDay: Whether so many people of the campaign share a day that it tells nothing of any of them.
    ///   - isCommonSite: The same of a site.
    /// - Returns: Whom the test mail is for.
    package func recipient(
        at address: EmailAddress,
        otherDay: LocalDay,
        isCommonDay: (LocalDay) -> Bool,
        isCommonSite: (String) -> Bool
    ) -> Recipient {
        Recipient(
            address: address,
            name: name,
            appointments: real.appointments.enumerated().map { place, appointment in
                let day = appointment.start.local.day
                return Appointment(
                    row: Self.noRow,
                    start: start(on: isCommonDay(day) ? day : otherDay, place),
                    site: appointment.site.map { isCommonSite($0) ? $0 : Self.site },
                    reference: appointment.reference.map { _ in Self.reference }
                )
            }
        )
    }

    /// In no row, so that the guard takes nobody's values for theirs.
    private static let noRow = 0
    private static let (first, last) = ("Erika", "Beispiel")
    private static let site = "Beispielort"
    private static let reference = "BEISPIEL-ABCD"

    private var name: PersonName {
        let name = real.name
        // Nobody is addressed by a name that lost letters, and so nobody is here.
        guard name.isWhole else { return PersonName() }
        let full = name.called == nil ? Self.last : "\(Self.first) \(Self.last)"
        return PersonName(
            first: name.first.map { _ in Self.first },
            last: name.last.map { _ in Self.last },
            full: name.full.map { _ in full }
        )
    }

    /// In the daytime: clocks are set at night, so the offset of noon is that of every hour there.
    private func start(on day: LocalDay, _ place: Int) -> AppointmentTime {
        let noon = AppointmentTime(local: LocalTime(day: day, hour: 12, minute: 0), offset: 0)
        return AppointmentTime(
            local: LocalTime(day: day, hour: 10 + place % 8, minute: 0),
            offset: zone.secondsFromGMT(for: noon.instant)
        )
    }
}
