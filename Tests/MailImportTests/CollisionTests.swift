import MailCore
import MailImport
import Testing

/// Where a header leaves open what is meant.
struct CollisionTests {
    @Test(arguments: [
        ("E-Mail;Mailadresse;Termin", "email"), ("E-Mail;Termin;Beginn", "start"),
        ("E-Mail;Datum;Tag;Uhrzeit", "date"), ("E-Mail;Datum;Uhrzeit;Zeit", "time"),
        ("E-Mail;Termin;Name;Patient", "name"), ("E-Mail;Termin;Vorname;Rufname", "first"),
    ])
    func `two columns for one field are never merged`(header: String, field: String) {
        #expect(Self.refusal(header)?.contains("--map \(field)=HEADER") == true)
    }

    @Test func `filters, status and phone may have several columns`() throws {
        let mapping = try Self.mapping(
            "E-Mail;Termin;Terminart;Impfstoff;Dosis;Impffolge-Nr;Status;abgesagt;Tel.;Handy"
        )
        #expect(mapping.filters == [2, 3, 4, 5])
        #expect(mapping.all(.status) == [6, 7])
        #expect(mapping.all(.phone) == [8, 9])
    }

    @Test(arguments: [
        ("E-Mail;Termin;Ort", [2]), ("E-Mail;Termin;PLZ;Ort", []),
        ("E-Mail;Termin;Straße;Ort", []), ("E-Mail;Termin;Impfzentrum;Ort", [2]),
        ("E-Mail;Termin;Impfzentrum;PLZ;Ort", [2]), ("E-Mail;Termin;Wohnort;Ort", [3]),
        ("E-Mail;Termin;City;Ort", [3]),
    ])
    func `a place next to a street or postal code is a home`(
        header: String,
        site: [Int]
    ) throws {
        let mapping = try Self.mapping(header)
        #expect(mapping.all(.site) == site)
        let place = mapping.discarded.first { $0.header == "Ort" }
        if header.contains("PLZ") || header.contains("Straße") {
            #expect(place?.reason == .header(kind: .home))
        }
    }

    @Test func `a second column of days may be the day of booking`() throws {
        let header = "E-Mail;Datum;Termin;Uhrzeit"
        #expect(Self.refusal(header)?.contains("could both say when") == true)
        let told = try Self.mapping(header, map: "start=Termin")
        #expect(told.first(.start) == 2 && told.first(.date) == nil && told.first(.time) == 3)
        let profile = try ImportProfile(
            toml: """
                [profile]
                name = "own"
                description = "list with the day of booking"
                [columns]
                ignored = ["Datum"]
                """,
            file: "own.toml"
        )
        let known = try ColumnMapping(
            headers: Self.cells(header),
            overrides: [],
            profile: profile
        )
        #expect(known.first(.start) == 2 && known.first(.date) == nil)
    }

    @Test(arguments: [
        "Müller, Jörg", "Familie Mustermann (2 Pers.)", "Jörg Müller", "Müller", "Beispiel, A, B",
    ])
    func `a whole name is kept whole, so that the greeting stays neutral`(
        cell: String
    ) throws {
        let text = "E-Mail;Termin;Name\na@netz.example;16.03.2021 09:10;\"\(cell)\""
        let name = try Schedules.read(text).rows[0].contact?.name
        // A greeting names a person only where first and last name are known.
        #expect(name?.first == nil && name?.last == nil && name?.full == cell)
    }

    @Test(arguments: [
        ("Müller, Jörg", "Jörg", "Müller"), ("Familie Mustermann (2 Pers.)", nil, nil),
        ("von der Heide, Dr., Anna", nil, nil),
    ])
    func `only a header that says so divides a name`(
        cell: String,
        first: String?,
        last: String?
    ) throws {
        let text = "E-Mail;Termin;\"Name, Vorname\"\na@netz.example;16.03.2021 09:10;\"\(cell)\""
        let name = try Schedules.read(text).rows[0].contact?.name
        #expect(name?.first == first && name?.last == last)
        #expect((name?.full == nil) == (first != nil))
    }

    @Test func `titles above the header are skipped and named`() throws {
        let schedule = try Schedules.read(
            """
            Impfzentrum Musterkreis;;
            Stand: 15.03.2021;;Uhrzeit
            E-Mail;Termin;Name
            a@netz.example;16.03.2021 09:10;Erika
            """
        )
        #expect(schedule.headerLine == 3)
        #expect(schedule.skippedLines == [1, 2])
        #expect(schedule.rows.count == 1)
    }

    @Test func `the operator may say which row it is`() throws {
        let rows = [["Liste", "", ""], ["Wer", "Wann", "Wo"], ["E-Mail", "Termin", "Name"]]
        #expect(try Self.place(rows) == .row(2))
        #expect(try Self.place(rows, chosen: 2) == .row(1))
        #expect(throws: ScheduleError.self) { try Self.place(rows, chosen: 7) }
    }

    @Test func `a layout is recognised where the synonyms know too little`() throws {
        let rows = [["Umfrage 4711"], ["id", "submitdate", "lastpage", "startlanguage", "G01Q02"]]
        #expect(throws: ScheduleError.self) { try Self.place(rows) }
        #expect(try Self.place(rows, profile: .automatic) == .row(1))
    }

    @Test func `the headers of a chosen layout count as known words`() throws {
        let own = try ImportProfile(
            toml: """
                [profile]
                name = "hall"
                description = "list of the hall"
                [columns]
                email = "Kontakt"
                start = "Wann"
                name = "Wer"
                """,
            file: "hall.toml"
        )
        let rows = [["Liste der Halle"], ["Wer", "Wann", "Kontakt"], ["Erika", "x", "y"]]
        #expect(throws: ScheduleError.self) { try Self.place(rows) }
        #expect(throws: ScheduleError.self) { try Self.place(rows, profile: .automatic) }
        #expect(try Self.place(rows, profile: .chosen(own)) == .row(1))
        #expect(ProfileChoice.chosen(own).profile(for: rows[1]) == own)
    }

    @Test func `without a header nothing is guessed, and columns go by number`() throws {
        let rows = [["1", "Erika", "a@netz.example", "16.03.2021 09:10"]]
        do {
            _ = try Self.place(rows)
            Issue.record("not refused")
        } catch {
            #expect(error.english.contains("--header-row 0"))
            #expect(error.english.contains("\"column 3\""))
        }
        #expect(try Self.place(rows, chosen: 0) == .nowhere)
        let blank = [String](repeating: "", count: 4)
        #expect(throws: ScheduleError.self) { try ColumnMapping(headers: blank, overrides: []) }
        let mapping = try ColumnMapping(
            headers: blank,
            overrides: [
                ColumnOverride(parsing: "email=column 3"),
                ColumnOverride(parsing: "start=Column 4"),
            ]
        )
        #expect(mapping.first(.email) == 2 && mapping.first(.start) == 3)
        #expect(mapping.discarded.map(\.header) == ["column 1", "column 2"])
    }

    @Test func `blanks, line breaks and marks do not hide a header`() throws {
        let headers = ["\u{FEFF}\u{A0}E-Mail *", " Termin :", "", "Tel.\nmobil", "Notiz", "Notiz"]
        let mapping = try ColumnMapping(headers: headers, overrides: [])
        #expect(mapping.first(.email) == 0 && mapping.first(.start) == 1)
        #expect(mapping.first(.phone) == 3)
        #expect(
            mapping.headers == ["E-Mail *", "Termin :", "column 3", "Tel. mobil", "Notiz", "Notiz"]
        )
        // Of two columns with one name the operator says the number.
        #expect(throws: ScheduleError.self) {
            try ColumnMapping(
                headers: headers,
                overrides: [ColumnOverride(parsing: "status=Notiz")]
            )
        }
        let told = try ColumnMapping(
            headers: headers,
            overrides: [ColumnOverride(parsing: "status=column 6")]
        )
        #expect(told.all(.status) == [5])
    }

    @Test func `a second header line is no person`() throws {
        let technical = ["person.firstName", "person.lastName", "email", "start_time", "phone"]
        let captions = ["Vorname", "Nachname", "E-Mail", "Termin", "Telefon"]
        let person = ["Erika", "Beispiel", "erika@netz.example", "16.03.2021 09:10", "0221 47"]
        // The line that says more is the header; the other one is a title, or a header again.
        #expect(try Self.place([technical, captions, person]) == .row(1))
        let mapping = try ColumnMapping(headers: captions, overrides: [])
        #expect(mapping.repeatsHeader { captions[$0] })
        #expect(mapping.repeatsHeader { technical[$0] })
        #expect(!mapping.repeatsHeader { person[$0] })
        let withoutAddress = ["Tag", "Zeit", "", "16.03.2021 09:10", "Telefon"]
        #expect(!mapping.repeatsHeader { withoutAddress[$0] })
        let oneWord = ["Erika", "Beispiel", "E-Mail", "16.03.2021 09:10", ""]
        #expect(!mapping.repeatsHeader { oneWord[$0] })
    }

    private static func place(
        _ rows: [[String]],
        chosen: Int? = nil,
        profile: ProfileChoice = .none
    ) throws(ScheduleError) -> HeaderSearch.Place {
        let search = HeaderSearch(
            overrides: [],
            chosenRow: chosen,
            profile: profile
        )
        let numbered = rows.enumerated().map { HeaderSearch.Row(number: $0 + 1, cells: $1) }
        return try search.locate(among: numbered)
    }

    private static func mapping(_ header: String, map: String...) throws -> ColumnMapping {
        try ColumnMapping(
            headers: cells(header),
            overrides: map.map { try ColumnOverride(parsing: $0) }
        )
    }

    private static func refusal(_ header: String) -> String? {
        do {
            _ = try ColumnMapping(headers: cells(header), overrides: [])
            return nil
        } catch {
            return error.english
        }
    }

    private static func cells(_ header: String) -> [String] {
        header.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
}
