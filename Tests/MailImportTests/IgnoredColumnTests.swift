import MailCore
import MailImport
import Testing

/// `--ignore HEADER`: a column that is used for nothing.
struct IgnoredColumnTests {
    private static func mapping(
        _ header: String,
        ignored: [String],
        map: [String] = [],
        profile: ImportProfile? = nil
    ) throws -> ColumnMapping {
        try ColumnMapping(
            headers: header.split(separator: ";", omittingEmptySubsequences: false)
                .map(String.init),
            overrides: map.map { try ColumnOverride(parsing: $0) },
            ignored: ignored,
            profile: profile
        )
    }

    private static func refusal(
        _ header: String,
        ignored: [String],
        map: [String] = []
    ) -> String? {
        do {
            _ = try mapping(header, ignored: ignored, map: map)
            return nil
        } catch {
            return (error as? ScheduleError)?.english
        }
    }

    @Test(arguments: ["Uhrzeit", "uhrzeit:", "column 3", "Column 3"])
    func `a time beside a chosen start is left out`(header: String) throws {
        let text = "E-Mail;Beginn am;Uhrzeit"
        let both = try Self.mapping(text, ignored: [], map: ["start=Beginn am"])
        #expect(both.first(.time) == 2)
        let one = try Self.mapping(text, ignored: [header], map: ["start=Beginn am"])
        #expect(one.first(.time) == nil && one.first(.start) == 1)
        #expect(one.discarded == [DiscardedColumn(header: "Uhrzeit", reason: nil)])
    }

    @Test func `of two columns for one field the other is taken`() throws {
        let mapping = try Self.mapping(
            "E-Mail;Mail;Datum;Termin;Name",
            ignored: ["Mail", "Datum"]
        )
        #expect(mapping.first(.email) == 0 && mapping.first(.start) == 3)
        #expect(mapping.first(.date) == nil)
    }

    @Test func `a needed column that is ignored is missing`() {
        let message = Self.refusal("E-Mail;Termin", ignored: ["E-Mail"])
        #expect(message?.contains("as an e-mail address") == true)
    }

    @Test func `a header must be there, be one, and not be mapped as well`() {
        let missing = Self.refusal("E-Mail;Termin", ignored: ["Halle"])
        #expect(missing?.contains("No column is called \"Halle\"") == true)
        let twice = Self.refusal("E-Mail;Termin;Name;Name", ignored: ["Name"])
        #expect(twice?.contains("--ignore \"column 3\"") == true)
        let both = Self.refusal("E-Mail;Termin", ignored: ["Termin"], map: ["start=Termin"])
        #expect(both?.contains("--map and --ignore both name") == true)
    }

    @Test func `it is no column of guests, and no day of booking`() throws {
        let header = "E-Mail;Termin;Partner"
        #expect(try Self.mapping(header, ignored: []).guests == [2])
        #expect(try Self.mapping(header, ignored: ["Partner"]).guests == [])
        let rows = (1...9).map { "p\($0)@example.org;16.03.2021 09:10;2\($0).03.2021" }
        let text = (["E-Mail;Termin;Wiedervorlage"] + rows).joined(separator: "\n")
        #expect(Schedules.refusal { try Schedules.read(text) } != nil)
        let read = try Schedules.read(text, ignored: ["Wiedervorlage"])
        #expect(read.counts[.send] == 9)
    }

    @Test func `the operator's word comes before the profile's`() throws {
        let profile = try ImportProfile(
            toml: """
                [profile]
                name = "own"
                description = "list of the office"
                [columns]
                email = "Kontakt"
                start = "Wann"
                site = "Wo"
                guests = ["Mit"]
                [rows]
                complete_when = "Fertig"
                """,
            file: "own.toml"
        )
        let header = "Kontakt;Wann;Wo;Mit;Fertig;Standort"
        let usual = try Self.mapping(header, ignored: [], profile: profile)
        #expect(usual.first(.site) == 2 && usual.guests == [3] && usual.completion == 4)
        let own = try Self.mapping(header, ignored: ["Wo", "Mit", "Fertig"], profile: profile)
        #expect(own.first(.site) == 5 && own.guests == [] && own.completion == nil)
    }

    @Test(arguments: [
        ("Kontakt;Wann;Fertig;fertig:", "column 4", 2),
        ("Kontakt;Wann;Fertig;kontakt", "column 4", 2),
        ("Kontakt;Wann;Fertig;Abgeschickt", "column 3", 3),
        ("Kontakt;Wann;Fertig;Fertig", "column 3", 3),
    ])
    func `of two columns that a profile may mean, the one not ignored is meant`(
        header: String,
        ignored: String,
        completion: Int
    ) throws {
        let profile = try ImportProfile(
            toml: """
                [profile]
                name = "own"
                description = "list of the office"
                [columns]
                email = "Kontakt"
                start = "Wann"
                [rows]
                complete_when = "Fertig | Abgeschickt"
                """,
            file: "own.toml"
        )
        let error = #expect(throws: ScheduleError.self) {
            try Self.mapping(header, ignored: [], profile: profile)
        }
        #expect(error?.english.contains("--ignore \"column 4\"") == true)
        #expect(error?.english.contains("FIELD") == false)
        let mapping = try Self.mapping(header, ignored: [ignored], profile: profile)
        #expect(mapping.completion == completion && mapping.first(.email) == 0)
    }

    @Test func `a day that a profile ignores is no rival of the appointment`() throws {
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
        var options = ReadingOptions()
        options.profile = .chosen(profile)
        let rows = (1...9).map { "p\($0)@example.org;16.03.2021 09:10;2\($0).03.2021" }
        let text = (["E-Mail;Termin;Datum"] + rows).joined(separator: "\n")
        let schedule = try Schedules.read(bytes: Array(text.utf8), options: options)
        #expect(schedule.counts[.send] == 9)
    }
}
