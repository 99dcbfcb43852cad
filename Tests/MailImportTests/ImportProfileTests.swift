import MailCore
import MailImport
import Testing

struct ImportProfileTests {
    private static let zms =
        "Lfd. Nummer;Uhrzeit/Ankunftszeit;Nr.;Name;Telefon;Email;Dienstleistung;Anmerkungen"
    private static let bookings =
        """
        Date Time;Customer Name;Customer Email;Customer Phone;Customer Address;Staff;Staff Name;\
        Staff Email;Service;Location;Duration (mins.);Pricing Type;Price;Currency;Cc Attendees;\
        Signed Up Attendees Count;Text Notifications Enabled; Custom Fields;Event Type;Booking Id;\
        Tracking Data
        """
    private static let calcom =
        """
        id;title;status;startTime;endTime;timeZone;location;attendee1;attendee2;attendeePhone1;\
        Impfdosis
        """
    private static let limesurvey =
        "id;submitdate;lastpage;startlanguage;startdate;datestamp;ipaddr;email;termin"

    @Test func `all built-in profiles can be read`() throws {
        #expect(ImportProfile.builtIn.count == ImportProfile.builtInTexts.count)
        let names = ImportProfile.builtIn.map(\.name)
        #expect(names == ["zms", "bookings", "calcom", "limesurvey"])
        for name in names { #expect(ImportProfile.named(name)?.name == name) }
        #expect(ImportProfile.named("terminland") == nil)
    }

    @Test(arguments: [
        (zms, "zms"), ("Kürzel" + zms.dropFirst(11) + ";Handy;Freitextfeld 2", "zms"),
        (bookings, "bookings"), (calcom, "calcom"), (limesurvey, "limesurvey"),
        ("Antwort ID;Datum Abgeschickt;Letzte Seite;Start-Sprache;E-Mail", "limesurvey"),
        ("Buchungs-ID;Nachname;Vorname;E-Mail;Datum;Uhrzeit;Status", nil),
        ("id;status;attendee1", nil),
    ])
    func `a known layout is recognised by its header`(header: String, name: String?) {
        let cells = Self.cells(header)
        #expect(ProfileChoice.automatic.profile(for: cells)?.name == name)
        #expect(ProfileChoice.none.profile(for: cells) == nil)
    }

    @Test(
        arguments: [
            (
                zms, "zms", true,
                """
                email=Email time=Uhrzeit/Ankunftszeit name=Name ref=Nr. phone=Telefon \
                service=Dienstleistung
                """,
                ["Lfd. Nummer": nil, "Anmerkungen": DeniedColumn.remark]
            ),
            (
                bookings, "bookings", false,
                """
                email=Customer Email start=Date Time name=Customer Name ref=Booking Id \
                phone=Customer Phone site=Location service=Service
                """,
                [
                    "Customer Address": .home, "Cc Attendees": .ccAttendees,
                    "Custom Fields": .customFields, "Tracking Data": .tracking, "Staff Email": nil,
                ]
            ),
            (
                calcom, "calcom", false,
                """
                email=attendee1 start=startTime name=attendee1 ref=id phone=attendeePhone1 \
                site=location dose=Impfdosis status=status
                """,
                ["attendee2": nil, "title": nil]
            ),
            (
                limesurvey, "limesurvey", false, "email=email start=termin ref=id",
                ["ipaddr": .internetAddress, "startdate": nil, "datestamp": nil]
            ),
        ] as [(String, String, Bool, String, [String: DeniedColumn?])]
    )
    func `each built-in layout maps alone`(
        header: String,
        name: String,
        hasGivenDay: Bool,
        mapped: String,
        dropped: [String: DeniedColumn?]
    ) throws {
        let mapping = try ColumnMapping(
            headers: Self.cells(header),
            overrides: [],
            profile: ImportProfile.named(name),
            hasGivenDay: hasGivenDay
        )
        #expect(Self.text(mapping) == mapped)
        for (column, kind) in dropped {
            let found = mapping.discarded.first { $0.header == column }
            #expect(found == .init(header: column, reason: kind.map { .header(kind: $0) }))
        }
    }

    @Test func `two layouts that fit alike are no recognition, the more demanding one is`() throws {
        func profile(_ name: String, _ headers: String) throws -> ImportProfile {
            try ImportProfile(
                toml: """
                    [profile]
                    name = "\(name)"
                    description = "a list"
                    [recognise]
                    headers = [\(headers)]
                    """,
                file: "\(name).toml"
            )
        }
        let first = try profile("first", "\"A\", \"B\"")
        let second = try profile("second", "\"B\", \"C\"")
        let third = try profile("third", "\"A\", \"B\", \"C\"")
        let header = ["A", "B", "C"]
        #expect(ImportProfile.recognised(in: header, among: [first, second]) == nil)
        #expect(ImportProfile.recognised(in: header, among: [first, third, second]) == third)
        #expect(ImportProfile.recognised(in: ["A", "b "], among: [first, second, third]) == first)
    }

    @Test func `only Bookings writes the month first, only ZMS has its day in the name`() {
        let orders = ImportProfile.builtIn.map(\.dateOrder)
        #expect(orders == [nil, .mdy, nil, nil])
        #expect(ImportProfile.builtIn.map(\.dayIsInFileName) == [true, false, false, false])
    }

    @Test func `a layout without a day column asks for the day, and takes no second one`() {
        let profile = ImportProfile.named("zms")
        let refusal = Self.refusal {
            try ColumnMapping(headers: Self.cells(Self.zms), overrides: [], profile: profile)
        }
        #expect(refusal?.contains("--day") == true)
        let second = Self.refusal {
            try ColumnMapping(
                headers: Self.cells("E-Mail;Datum;Uhrzeit"),
                overrides: [],
                hasGivenDay: true
            )
        }
        #expect(second?.contains("Leave out --day") == true)
    }

    @Test func `attendees after the first are guests, and an unsent form can be told`() throws {
        let calcom = try ColumnMapping(
            headers: Self.cells(Self.calcom),
            overrides: [],
            profile: ImportProfile.named("calcom")
        )
        #expect(calcom.guests == [8])
        #expect(calcom.completion == nil)
        let limesurvey = try ColumnMapping(
            headers: Self.cells(Self.limesurvey),
            overrides: [],
            profile: ImportProfile.named("limesurvey")
        )
        #expect(limesurvey.completion == 1)
    }

    @Test func `questions of a LimeSurvey form are named by the operator`() throws {
        let header = "id;submitdate;lastpage;startlanguage;\"Ihre Adresse\nfür Post\";Wann?"
        let refusal = Self.refusal {
            try ColumnMapping(
                headers: Self.cells(header),
                overrides: [],
                profile: ImportProfile.named("limesurvey")
            )
        }
        #expect(refusal?.contains("--map email=") == true)
        let mapping = try ColumnMapping(
            headers: ["id", "submitdate", "lastpage", "startlanguage", "Ihre\nE-Mail?", "Wann?"],
            overrides: [
                ColumnOverride(parsing: "email=Ihre E-Mail?"),
                ColumnOverride(parsing: "start=Wann?"),
            ],
            profile: ImportProfile.named("limesurvey")
        )
        #expect(Self.text(mapping) == "email=Ihre E-Mail? start=Wann? ref=id")
    }

    @Test func `the operator's word wins over the profile, the profile over a synonym`() throws {
        let own = try ImportProfile(
            toml: """
                [profile]
                name = "hall"
                description = "list of the hall"
                [columns]
                email = "Kontakt"
                ref = "Code"
                ignored = ["Datum"]
                guests = ["Begleitung"]
                [rows]
                complete_when = "Fertig"
                """,
            file: "hall.toml"
        )
        let header = "E-Mail;Kontakt;Termin;Datum;Code;Buchungs-ID;Begleitung;Fertig"
        func mapping(_ map: String...) throws -> ColumnMapping {
            try ColumnMapping(
                headers: Self.cells(header),
                overrides: map.map { try ColumnOverride(parsing: $0) },
                profile: own
            )
        }
        #expect(Self.text(try mapping()) == "email=Kontakt start=Termin ref=Code")
        #expect(try mapping().guests == [6])
        #expect(try mapping().completion == 7)
        let told = try mapping("email=E-Mail", "start=Datum")
        #expect(Self.text(told) == "email=E-Mail start=Datum ref=Code")
        #expect(!own.recognises(Self.cells(header)), "it names no headers")
    }

    @Test func `a profile that does not fit the file says which column is missing`() {
        let refusal = Self.refusal {
            try ColumnMapping(
                headers: Self.cells("id;startTime;endTime;attendee1"),
                overrides: [],
                profile: ImportProfile.named("calcom")
            )
        }
        #expect(refusal?.contains("\"status\"") == true && refusal?.contains("calcom") == true)
    }

    @Test(arguments: [
        ("[profile]\nname = \"x\"\ndescription = \"y\"\n[columns]\nmail = \"a\"", "columns.mail"),
        ("[profile]\nname = \"x\"\ndescription = \"y\"\nkind = \"a\"", "profile.kind"),
        ("[profile]\nname = \"x\"\ndescription = \"y\"\n[colums]\nemail = \"a\"", "colums"),
        ("[profile]\nname = \"none\"\ndescription = \"y\"", "profile.name"),
        ("[profile]\nname = \"A B\"\ndescription = \"y\"", "profile.name"),
        ("[profile]\nname = \"x\"", "profile.description"),
        ("[profile]\nname = \"x\"\ndescription = \"y\"\n[dates]\norder = \"ymd\"", "dates.order"),
        ("[profile]\nname = \"x\"\ndescription = \"y\"\n[dates]\nday = \"title\"", "dates.day"),
        (
            "[profile]\nname = \"x\"\ndescription = \"y\"\n[columns]\nstart = \"a\"\ndate = \"b\"",
            "columns.date"
        ),
        (
            "[profile]\nname = \"x\"\ndescription = \"y\"\n[columns]\nref = \"Vermittlungscode\"",
            "columns.ref"
        ),
        (
            "[profile]\nname = \"x\"\ndescription = \"y\"\n[columns]\nphone = \"Telefon\"",
            "columns.phone"
        ),
        (
            "[profile]\nname = \"x\"\ndescription = \"y\"\n[recognise]\nheaders = [\"\"]",
            "recognise.headers"
        ),
    ])
    func `a profile with a slip is refused, with the place`(text: String, key: String) {
        do {
            _ = try ImportProfile(toml: text, file: "own.toml")
            Issue.record("not refused")
        } catch {
            #expect(error.problems.map(\.key) == [key])
            #expect(error.file == "own.toml")
            if !key.hasSuffix("description") { #expect(error.problems[0].line != nil) }
        }
    }

    @Test(arguments: [
        ("Tagesuebersicht_Impfzentrum_16.03.2021.xlsx", "2021-03-16"),
        ("export-2021-03-16.csv", "2021-03-16"),
        ("Tagesuebersicht_16.03.2021_16.03.2021.xlsx", "2021-03-16"),
        ("16.03.2021-17.03.2021.xlsx", nil), ("Termine.xlsx", nil), ("31.02.2021.xlsx", nil),
        ("116.03.2021.csv", nil), ("16.03.20210.csv", nil),
    ])
    func `a file name tells one day or none`(name: String, day: String?) {
        #expect(DayInFileName.day(in: name) == day.flatMap(LocalDay.init(iso8601:)))
    }

    private static func cells(_ header: String) -> [String] {
        header.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }

    private static func text(_ mapping: ColumnMapping) -> String {
        mapping.mapped.map { "\($0.field.rawValue)=\($0.header)" }.joined(separator: " ")
    }

    private static func refusal(_ body: () throws -> ColumnMapping) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? ScheduleError)?.english
        }
    }
}
