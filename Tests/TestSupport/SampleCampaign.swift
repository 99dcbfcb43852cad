package import Foundation
package import MailCore

/// A made-up campaign: so many people, one appointment each on 16 March 2021.
package struct SampleCampaign: Sendable {
    /// 15 March 2021, 10:00 in Musterkreis.
    package static let planning = Date(timeIntervalSince1970: 1_615_798_800)

    package let letter: Letter
    package let plan: CampaignPlan

    /// - Parameters:
    ///   - people: Each gets one message.
    ///   - domains: Taken in turn.
    ///   - others: More rows of the schedule, which come before the people's.
    ///   - firstRow: The row of the first person.
    ///   - hour: When all the appointments begin.
    ///   - seed: Names the messages.
    /// - Throws: A fault of the test.
    package init(
        people: Int,
        domains: [String] = ["post.example"],
        others: [ClassifiedRow] = [],
        firstRow: Int = 2,
        hour: Int = 9,
        seed: UInt64 = 1
    ) throws {
        letter = try sampleLetter()
        let rows = try (0..<people).map { index in
            try Self.row(
                firstRow + index,
                contact: Self.person(firstRow + index, at: domains[index % domains.count]),
                hour: hour
            )
        }
        var generator = SplitMix(seed: seed)
        plan = try CampaignPlan(
            rows: others + rows,
            letter: letter,
            date: Self.planning,
            timeZone: .gmt,
            using: &generator
        )
    }

    /// Somebody made up, known by a number.
    package static func person(_ number: Int, at domain: String = "post.example") throws -> Contact
    {
        Contact(
            name: PersonName(first: "Erika", last: "Muster \(number)"),
            address: try EmailAddress(parsing: "erika.\(number)@\(domain)"),
            phone: nil,
            site: "Impfzentrum Musterkreis",
            reference: "MK-\(100_000 + number)"
        )
    }

    package static func row(
        _ number: Int,
        _ rowClass: RowClass = .send,
        contact: Contact?,
        hour: Int = 9
    ) throws -> ClassifiedRow {
        ClassifiedRow(
            row: number,
            line: number,
            rowClass: rowClass,
            reasons: rowClass == .send ? [] : [.takenForReal],
            start: try start(hour: hour),
            contact: contact
        )
    }

    package static func start(hour: Int = 9) throws -> AppointmentTime {
        guard let day = LocalDay(year: 2021, month: 3, day: 16) else { throw SampleError() }
        return AppointmentTime(local: LocalTime(day: day, hour: hour, minute: 0), offset: 3_600)
    }
}

/// The configuration of the made-up district, without limits unless they are given.
package func sampleSettings(
    connections: Int = 1,
    pace: [String] = [],
    first: Int = 0,
    pause: Int = 30,
    stopAtRefusedPercent: Int = 0
) throws -> Settings {
    let source = """
        [authority]
        name = "Musterkreis, Der Landrat"
        address = "Kreisstraße 1, 12345 Musterstadt"
        phone = "0221 4710 001"
        email = "info@kreis.example"
        website = "https://www.kreis.example"
        imprint = "https://www.kreis.example/impressum"
        privacy = "https://www.kreis.example/datenschutz-termine"
        [hotline]
        phone = "0221 4710 000"
        hours = "täglich 8 bis 20 Uhr"
        [sender]
        from = "Musterkreis Terminservice <termine@kreis.example>"
        envelope_from = "ruecklauf@kreis.example"
        [relay]
        url = "smtp://mail.kreis.example:587"
        connections = \(connections)
        [pace]
        \(pace.joined(separator: "\n"))
        [caution]
        first = \(first)
        pause_seconds = \(pause)
        stop_at_refused_percent = \(stopAtRefusedPercent)
        [appointments]
        time_zone = "GMT"
        """
    return try Settings(toml: source, file: "einzelpost.toml")
}

extension SampleCampaign {
    /// From planning to the appointments of 9:00, in seconds.
    package static let untilAppointment = 23 * 3_600
}
