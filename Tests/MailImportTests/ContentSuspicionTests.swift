import MailCore
import MailImport
import Testing

struct ContentSuspicionTests {
    private static let births = BirthYears(asOf: 2021)

    @Test(arguments: [
        ("07.11.1961", ContentKind.birthDate), ("7.11.61", .birthDate), ("1958-04-01", .birthDate),
        ("1958-04-01 00:00:00", .birthDate), ("12/24/1990", .birthDate),
        ("7. November 1961", .birthDate), ("1. Mär. 1938", .birthDate),
        ("A1B2-C3D4-E5F6", .accessCode), ("g7h8-j9k1-l2m3", .accessCode),
        ("A123456789", .insuranceNumber), (#"{"Geburtsdatum":"1958-04-01"}"#, .answers),
        ("{}", .answers),
        (
            "Bitte vorher anrufen, die Tochter bringt Frau Beispiel mit dem Wagen und wartet",
            .freeText
        ),
        ("erika@example.org", .emailAddress), ("Erika (erika@example.org)", .emailAddress),
        ("0221 4710 012", .phoneNumber), ("+493023125077", .phoneNumber),
        ("015228817386", .phoneNumber), ("'+49 171 3920031", .phoneNumber),
    ])
    func `a cell is known by its look`(cell: String, kind: ContentKind) {
        #expect(ContentKind(of: cell, births: Self.births) == kind)
    }

    @Test(arguments: [
        "", "16.03.2021", "16.03.21 09:20", "2021-03-16T08:30:00.000Z", "3/16/2021 9:30 AM",
        "44271", "0,385416667", "09:10-09:20", "ITS-4711001", "b7f1c2d0-0001", "AQMkAD-0001",
        "100231", "0001234567", "2021-0316-0001", "Halle 2, Raum 2010", "Erika Beispiel",
        "Impfzentrum Musterkreis, Halle 2, Eingang Nord", "Di, 16. März 2021", "@", "A12345678",
    ])
    func `what an appointment has is nothing to be careful with`(cell: String) {
        #expect(ContentKind(of: cell, births: Self.births) == nil)
    }

    @Test(arguments: [
        (ScheduleField.ref, "A1B2-C3D4-E5F6", ContentKind.accessCode),
        (.ref, "0221 4710 012", .phoneNumber), (.ref, "erika@example.org", .emailAddress),
        (.site, "07.11.1961", .birthDate), (.site, "{}", .answers),
        (.site, "erika@example.org", .emailAddress), (.phone, "07.11.1961", .birthDate),
        (.phone, "A123456789", .insuranceNumber), (.service, "{}", .answers),
    ])
    func `a column that can be done without is dropped`(
        field: ScheduleField,
        cell: String,
        kind: ContentKind
    ) {
        #expect(Self.verdict(field, [cell, cell, ""]) == .discard(kind))
    }

    @Test(arguments: [
        (ScheduleField.start, "07.11.1961", ContentKind.birthDate),
        (.date, "1958-04-01", .birthDate), (.date, "22591", .birthDate),
        (.second, "07.11.1961", .birthDate),
        (.email, "07.11.1961", .birthDate), (.email, "A1B2-C3D4-E5F6", .accessCode),
        (.name, "erika@example.org", .emailAddress), (.last, "0221 4710 012", .phoneNumber),
        (.first, "{}", .answers),
    ])
    func `a column that is needed is for the operator to name`(
        field: ScheduleField,
        cell: String,
        kind: ContentKind
    ) {
        #expect(Self.verdict(field, [cell, "", cell]) == .ask(kind))
    }

    @Test func `half of the cells is not yet a verdict, and empty cells have no voice`() {
        #expect(Self.verdict(.ref, ["A1B2-C3D4-E5F6", "ITS-1"]) == .fits)
        #expect(Self.verdict(.ref, ["A1B2-C3D4-E5F6", "ITS-1", "A1B2-C3D4-E5F6"]) != .fits)
        #expect(Self.verdict(.ref, ["", "", ""]) == .fits)
        #expect(Self.verdict(.ref, []) == .fits)
        #expect(Self.verdict(.status, ["{}"]) == .fits)
        #expect(Self.verdict(.start, ["44271", "44272"]) == .fits)
        #expect(Self.verdict(.ref, ["22591", "22592"]) == .fits)
    }

    @Test func `a name may stand with its address in the e-mail column`() {
        let cell = "Erika Beispiel (erika@example.org)"
        #expect(Self.verdict(.name, [cell]) == .ask(.emailAddress))
        var both = ContentSuspicion(field: .name, alsoEmail: true, births: Self.births)
        both.add(cell)
        #expect(both.verdict == .fits)
    }

    @Test func `only the beginning of a column is looked at`() {
        var suspicion = ContentSuspicion(field: .ref, births: Self.births)
        for number in 0..<500 { suspicion.add("ITS-\(number)") }
        #expect(suspicion.isSettled)
        for _ in 0..<5000 { suspicion.add("A1B2-C3D4-E5F6") }
        #expect(suspicion.verdict == .fits)
    }

    @Test func `a dropped column is named with its reason`() throws {
        let headers = ["E-Mail", "Termin", "Buchungs-ID", "Ort"]
        let rows = [
            ["a@example.org", "16.03.2021 09:10", "A1B2-C3D4-E5F6", "Halle 2"],
            ["b@example.org", "16.03.2021 09:15", "G7H8-J9K1-L2M3", "Halle 2"],
        ]
        let mapping = try ColumnMapping(headers: headers, overrides: [])
        #expect(mapping.all(.ref) == [2])
        let checked = try Self.contents(rows, mapping).checked()
        #expect(checked.all(.ref).isEmpty && checked.all(.site) == [3])
        #expect(
            checked.discarded == [.init(header: "Buchungs-ID", reason: .content(kind: .accessCode))]
        )
        #expect(
            checked.discarded.first?.reason?.words.en.text
                == "its cells hold codes that open a booking"
        )
    }

    @Test func `a day that is a birthday stops the import and names the way out`() throws {
        let mapping = try ColumnMapping(headers: ["E-Mail", "Datum"], overrides: [])
        let contents = Self.contents([["a@example.org", "07.11.1961"]], mapping)
        do {
            _ = try contents.checked()
            Issue.record("not refused")
        } catch {
            #expect(error.english.contains("\"Datum\"") && error.english.contains("--map date="))
            #expect(error.english.contains("dates of birth"))
            #expect(!error.english.contains("1961"))
        }
    }

    /// An export of everything reaches back some years, whenever it is read.
    @Test(arguments: [
        (2021, "31.12.2015", true), (2021, "01.01.2016", false), (2021, "1. Jan. 2016", false),
        (2026, "01.01.2016", true), (2026, "1. Jan. 2016", true), (2026, "2020-12-31", true),
        (2026, "2021-01-01", false), (2026, "31.12.1899", false),
    ])
    func `the years of birth go on with the calendar`(
        year: Int,
        cell: String,
        isBirth: Bool
    ) {
        let kind = ContentKind(of: cell, births: BirthYears(asOf: year))
        #expect((kind == .birthDate) == isBirth)
    }

    @Test(arguments: [
        (2021, SerialDays.since1900, 42_369, true), (2021, .since1900, 42_370, false),
        (2026, .since1900, 42_370, true), (2026, .since1900, 44_196, true),
        (2026, .since1900, 44_197, false), (2021, .since1900, 365, false),
        (2021, .since1904, 40_907, true), (2021, .since1904, 40_908, false),
    ])
    func `a number of a day is a birthday in the same years`(
        year: Int,
        serials: SerialDays,
        number: Int,
        isBirth: Bool
    ) {
        var suspicion = ContentSuspicion(
            field: .start,
            births: BirthYears(asOf: year),
            serials: serials
        )
        suspicion.add("\(number)")
        #expect(suspicion.verdict == (isBirth ? .ask(.birthDate) : .fits))
    }

    private static func contents(_ rows: [[String]], _ mapping: ColumnMapping) -> ColumnContents {
        var contents = ColumnContents(mapping: mapping, births: Self.births)
        for row in rows { contents.add { row[$0] } }
        return contents
    }

    private static func verdict(
        _ field: ScheduleField,
        _ cells: [String]
    ) -> ContentSuspicion.Verdict {
        var suspicion = ContentSuspicion(field: field, births: births)
        for cell in cells { suspicion.add(cell) }
        return suspicion.verdict
    }
}
