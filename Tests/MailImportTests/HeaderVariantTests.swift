import MailCore
import MailImport
import Testing

/// The layouts whose headers are known from source code or the vendor, each with two rows.
struct HeaderVariantTests {
    struct Layout: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var profile: String?
        var hasGivenDay = false
        let lines: [String]
        let mapped: String
        /// Headers of the deny list, which must be named with a reason.
        let denied: [String]
    }

    private static let layouts = [
        Layout(
            testDescription: "ZMS",
            profile: "zms",
            hasGivenDay: true,
            lines: [
                """
                Kürzel|Uhrzeit/Ankunftszeit|Nr.|Name|Telefon|Email|Dienstleistung|Anmerkungen|\
                Freitextfeld 1|Freitextfeld 2
                """,
                """
                IZ1|09:10:00|100231|Musterfrau, Eva|'+49 171 3920031|eva.musterfrau@example.org|\
                Impfung AstraZeneca (1. Dosis)||Kita|
                """,
                """
                IZ1|09:10:00|100232|Familie Mustermann (2 Pers.)|02214710013|m@example.net|\
                Impfung AstraZeneca (1. Dosis), Impfung AstraZeneca (1. Dosis)|'=2 Personen||
                """,
            ],
            mapped: """
                email=Email time=Uhrzeit/Ankunftszeit name=Name ref=Nr. phone=Telefon \
                service=Dienstleistung
                """,
            denied: ["Anmerkungen", "Freitextfeld 1", "Freitextfeld 2"]
        ),
        Layout(
            testDescription: "Microsoft Bookings",
            profile: "bookings",
            lines: [
                """
                Date Time|Customer Name|Customer Email|Customer Phone|Customer Address|Staff|\
                Staff Name|Staff Email|Service|Location|Cc Attendees| Custom Fields|Event Type|\
                Booking Id|Tracking Data
                """,
                """
                3/16/2021 9:30 AM|Erika Beispiel|ERIKA.BEISPIEL@Example.ORG |+49 171 3920025|\
                Musterweg 3|S1|Impfstraße 1|i1@kreis.example|AstraZeneca 1. Dosis|Impfzentrum|\
                begleitung@example.org|{"Geburtsdatum":"1958-04-01"}|appointment|AQMkAD-0001|
                """,
                """
                3/16/2021 9:40 AM|Blocker|||Musterweg 3|S1|Impfstraße 1|i1@kreis.example|\
                AstraZeneca 1. Dosis|Impfzentrum||{}|appointment|AQMkAD-0002|
                """,
            ],
            mapped: """
                email=Customer Email start=Date Time name=Customer Name ref=Booking Id \
                phone=Customer Phone site=Location service=Service
                """,
            denied: ["Customer Address", "Cc Attendees", "Custom Fields", "Tracking Data"]
        ),
        Layout(
            testDescription: "Cal.com",
            profile: "calcom",
            lines: [
                """
                id|title|status|startTime|endTime|timeZone|location|attendee1|attendee2|\
                attendeePhone1|attendeePhone2
                """,
                """
                b7f1c2d0-0001|Impftermin|ACCEPTED|2021-03-16T08:30:00.000Z|\
                2021-03-16T08:40:00.000Z|Europe/Berlin|Halle 1, Eingang Nord|\
                Max Muster (max.muster+impfung@example.org)||+493023125077|
                """,
                """
                b7f1c2d0-0003|Impftermin|CANCELLED|2021-03-28T07:00:00.000Z|\
                2021-03-28T07:10:00.000Z|Europe/Berlin|Halle 1, Eingang Nord|\
                Ida Groß (ida@straße.example)|Uwe Groß (uwe@example.com)|015228817386|0152
                """,
            ],
            mapped: """
                email=attendee1 start=startTime name=attendee1 ref=id phone=attendeePhone1 \
                site=location status=status
                """,
            denied: []
        ),
        Layout(
            testDescription: "LimeSurvey",
            profile: "limesurvey",
            lines: [
                """
                id|submitdate|lastpage|startlanguage|startdate|datestamp|ipaddr|Ihre E-Mail-Adresse|\
                E-Mail|Termin|Haben Sie Vorerkrankungen?
                """,
                """
                1|2021-03-01 10:00:00|3|de|2021-03-01 09:55:00|2021-03-01 10:00:00|192.0.2.1||\
                a@example.org|16.03.2021 09:10|nein
                """,
                "2||1|uk|2021-03-01 11:55:00|2021-03-01 12:00:00|192.0.2.2||b@example.org||",
            ],
            mapped: "email=E-Mail start=Termin ref=id",
            denied: ["ipaddr", "Haben Sie Vorerkrankungen?"]
        ),
        Layout(
            testDescription: "Easy!Appointments",
            lines: [
                """
                id|book_datetime|start_datetime|end_datetime|notes|hash|is_unavailability|status|\
                first_name|last_name|email|mobile_number|phone_number
                """,
                """
                17|2021-02-01 08:00:00|2021-03-16 09:10:00|2021-03-16 09:20:00|Asthma|3f9a|0|\
                Booked|Erika|Beispiel|erika@example.org|0171 3920031|
                """,
                """
                18|2021-02-01 08:05:00|2021-03-16 09:20:00|2021-03-16 09:30:00||4e8b|0|Cancelled|\
                Max|Muster|max@example.org||0221 4710012
                """,
            ],
            mapped: """
                email=email start=start_datetime first=first_name last=last_name ref=id \
                phone=mobile_number phone=phone_number status=status
                """,
            denied: ["notes", "hash"]
        ),
        Layout(
            testDescription: "VacMe, with the addresses an office has added",
            lines: [
                """
                Registrierungsnummer|Vorname|Name|Geburtsdatum|KK-Karten-Nr|ODI-ID|ODI-Name|\
                ODI-GLN|ODI-Typ|Termin|Impffolge-Nr|letzte Impfung Name|letzte Impfung Datum|E-Mail
                """,
                """
                ABC123|Erika|Beispiel|01.04.1958|80756000080079799994|1|Halle 2|7601|IZ|\
                16.03.2021 09:10|1|||erika@example.org
                """,
                """
                DEF456|Max|Muster|02.02.1938|80756000080079799995|1|Halle 2|7601|IZ|\
                16.03.2021 09:20|2|Comirnaty|02.02.2021|
                """,
            ],
            mapped: """
                email=E-Mail start=Termin first=Vorname last=Name ref=Registrierungsnummer \
                site=ODI-Name dose=Impffolge-Nr
                """,
            denied: [
                "Geburtsdatum", "KK-Karten-Nr", "letzte Impfung Name", "letzte Impfung Datum",
            ]
        ),
        Layout(
            testDescription: "a list kept by hand",
            lines: [
                """
                lfd. Nr.|Anrede|Titel|Name|Vorname|Straße|PLZ|Wohnort|Telefon|Email|Termin|Uhrzeit|\
                Impfstoff|Dosis|erschienen
                """,
                """
                1|Frau|Dr.|von der Heide|Anna-Lena|Musterweg 1|01067|Musterstadt|4,92215E+11|\
                mailto:a.vonderheide@example.org |Di, 16. März 2021|9.10 Uhr|AZ|1|
                """,
                "3|||Test|Testperson|||||test(at)example.org|44271|0,385416667|AZ|1|",
            ],
            mapped: """
                email=Email start=Termin time=Uhrzeit first=Vorname last=Name phone=Telefon \
                service=Impfstoff dose=Dosis status=erschienen
                """,
            denied: ["Straße", "PLZ", "Wohnort"]
        ),
    ]

    @Test(arguments: layouts)
    func `a known header is mapped, and its rows do not contradict it`(layout: Layout) throws {
        let rows = layout.lines.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == header.count })
        #expect(ImportProfile.recognised(in: header)?.name == layout.profile)
        // A layout with two addresses in its form must not be settled by chance.
        let map =
            layout.profile == "limesurvey" ? [try ColumnOverride(parsing: "email=E-Mail")] : []
        let mapping = try ColumnMapping(
            headers: header,
            overrides: map,
            profile: layout.profile.flatMap(ImportProfile.named),
            hasGivenDay: layout.hasGivenDay
        )
        var contents = ColumnContents(mapping: mapping, births: BirthYears(asOf: 2021))
        for row in rows.dropFirst() { contents.add { row[$0] } }
        let checked = try contents.checked()
        let text = checked.mapped.map { "\($0.field.rawValue)=\($0.header)" }
        #expect(text.joined(separator: " ") == layout.mapped)
        let denied = checked.discarded.filter { $0.reason != nil }.map(\.header)
        #expect(denied == layout.denied)
    }

    @Test func `VacMe has no addresses, and the refusal says so`() {
        let header = [
            "Registrierungsnummer", "Vorname", "Name", "Geburtsdatum", "ODI-Name", "Termin",
        ]
        do {
            _ = try ColumnMapping(headers: header, overrides: [])
            Issue.record("not refused")
        } catch {
            #expect(error.english.contains("an e-mail address"))
        }
    }
}
