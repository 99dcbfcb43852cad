import Foundation
import MailCore
import Testing

/// A test mail may end up anywhere: nothing of the person whose letter it shows is in it.
struct MadeUpPersonTests {
    private let zone: TimeZone
    private let monday: LocalDay
    private let tuesday: LocalDay
    private let office: EmailAddress

    init() throws {
        zone = try Given.berlin()
        monday = try Given.day("2021-03-15")
        tuesday = try Given.day("2021-03-16")
        office = try EmailAddress(parsing: "probe@kreis.example")
    }

    private func real(
        _ name: PersonName,
        site: String? = "Halle 7",
        reference: String? = "QX-918273"
    ) throws -> Recipient {
        Recipient(
            address: try EmailAddress(parsing: "frauke.ginsterbuehl@example.org"),
            name: name,
            appointments: [
                Appointment(
                    row: 12,
                    start: AppointmentTime(
                        local: LocalTime(day: tuesday, hour: 9, minute: 17),
                        offset: 3_600
                    ),
                    site: site,
                    reference: reference
                )
            ]
        )
    }

    private func madeUp(_ real: Recipient, isCommon: Bool) -> Recipient {
        MadeUpPerson(for: real, in: zone).recipient(
            at: office,
            otherDay: monday,
            isCommonDay: { _ in isCommon },
            isCommonSite: { _ in isCommon }
        )
    }

    @Test(arguments: [
        (PersonName(first: "Frauke", last: "Ginsterbühl"), "Erika Beispiel", "Erika Beispiel"),
        (PersonName(full: "Dr. Frauke Ginsterbühl"), "Erika Beispiel", "Erika Beispiel"),
        (PersonName(full: "Familie Ginsterbühl"), "Beispiel", nil),
        (PersonName(last: "Ginsterbühl"), "Beispiel", nil),
        (PersonName(first: "Frauke"), "Erika", nil),
        (PersonName(first: "Frauke", last: "Ginsterb?hl"), nil, nil),
        (PersonName(), nil, nil),
    ])
    func `the name has the shape of the real one, and no letter of it`(
        name: PersonName,
        shown: String?,
        called: String?
    ) throws {
        let person = madeUp(try real(name), isCommon: true)
        #expect(person.name.display == shown)
        #expect(person.name.called == called)
    }

    @Test func `what is a crowd's stays, and the time of day is nobody's`() throws {
        let person = madeUp(try real(PersonName()), isCommon: true)
        let appointment = person.appointments[0]
        #expect(appointment.site == "Halle 7")
        #expect(appointment.start.iso8601 == "2021-03-16T10:00:00+01:00")
        #expect(appointment.reference == "BEISPIEL-ABCD")
        #expect(person.address == office)
    }

    @Test func `what is few people's is made up`() throws {
        let appointment = madeUp(try real(PersonName()), isCommon: false).appointments[0]
        #expect(appointment.site == "Beispielort")
        #expect(appointment.start.local.day == monday)
    }

    @Test func `no row's values count as theirs`() throws {
        #expect(madeUp(try real(PersonName()), isCommon: true).appointments.map(\.row) == [0])
    }

    @Test func `what a row has not got is not made up`() throws {
        let person = madeUp(try real(PersonName(), site: nil, reference: nil), isCommon: false)
        #expect(person.appointments[0].site == nil && person.appointments[0].reference == nil)
    }

    @Test func `in summer the clocks are those of summer`() throws {
        let summer = try Given.day("2021-07-01")
        let person = MadeUpPerson(for: try real(PersonName()), in: zone).recipient(
            at: office,
            otherDay: summer,
            isCommonDay: { _ in false },
            isCommonSite: { _ in false }
        )
        #expect(person.appointments[0].start.iso8601 == "2021-07-01T10:00:00+02:00")
    }
}
