import Foundation
import TestSupport
import Testing

/// `inspect`: what a file is, without a configuration and without a trace.
struct InspectTests {
    private static let samples = [
        "A_its_buchungsexport_cp1252.csv", "B_doppeltermin_utf8bom_sep.csv",
        "C_bookings_unicodetext_utf16le.txt", "D_Tagesuebersicht_Impfzentrum_16.03.2021.xlsx",
        "E_calcom_like_utf8_comma.csv", "F_handgepflegt_cp1252_titelzeilen.csv",
    ]

    /// What the samples hold of people, as written there; the test reads none of it from our code.
    private static let personal = [
        "joerg.mueller", "familie.yilmaz", "hp.oeztuerk", "buero@", "ERIKA.BEISPIEL", "olena",
        "begleitung@", "eva.musterfrau", "mustermann@", "test@test", "max.muster", "layla",
        "ida@", "uwe.gross", "vonderheide", "an.nguyen", "test(at)", "impfstrasse1",
        "Müller", "Jörg", "Weiß", "Käthe", "Yılmaz", "Ayşe", "Mehmet", "Öztürk", "Hans-Peter",
        "Erika", "Beispiel", "Olena", "Schewtschenko", "Eva", "Musterfrau", "Mustermann",
        "Max Muster", "Layla", "Haddad", "ليلى", "Groß", "Uwe", "Heide", "Anna-Lena", "Nguy",
        "A1B2", "C3D4", "G7H8", "07.11.1961", "02.02.1938", "1958", "1990", "Asthma",
        "Vorerkrankungen", "Ehepaar", "selbst abgesagt", "Kita", "Personen", "Musterweg",
        "01067", "0221 4710", "030 23125", "0171", "+49", "015228817386", "02214710013",
        "bitte", "4711001", "100231", "AQMkAD", "b7f1c2d0", "Testperson",
    ]

    /// A person without a configuration, with a copy of a file.
    private func office(with sample: String) throws -> Operator {
        let office = try Operator()
        try FileManager.default.removeItem(atPath: office.path("einzelpost.toml"))
        try FileManager.default.copyItem(
            atPath: "\(Checkout.root)/Tests/Samples/\(sample)",
            toPath: office.path(sample)
        )
        return office
    }

    private func inspect(
        _ name: String,
        _ text: String,
        _ options: String...
    ) async throws -> ChildProcess.Ending {
        let office = try Operator()
        try office.write(text, to: name)
        return try await office.run(["inspect", name, "--as-of", "2026-11-01"] + options)
    }

    private func object(_ ending: ChildProcess.Ending) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        return try #require(value as? [String: Any])
    }

    @Test(arguments: samples, ["text", "json"])
    func `nothing personal of a sample is shown, and nothing is written`(
        sample: String,
        format: String
    ) async throws {
        let office = try office(with: sample)
        let asOf = ["--as-of", "2021-03-15"]
        let ending = try await office.run(["inspect", sample, "--format", format] + asOf)
        ending.exited(sample.hasSuffix("xlsx") ? 65 : 0)
        #expect(ending.errors == "")
        #expect(ending.output.count > 1000)
        for value in Self.personal { #expect(!ending.output.contains(value), "\(value)") }
        let files = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
        #expect(files == [sample])
    }

    @Test func `columns, values and days are shown with what they mean`() async throws {
        let office = try office(with: Self.samples[0])
        let ending = try await office.run(
            ["inspect", Self.samples[0], "--as-of", "2021-03-15"]
        ).exited(0)
        for line in [
            "  encoding   windows-1252, likely (another one: --encoding)",
            "  header     row 1 (another one: --header-row)",
            "   2  Vermittlungscode  100 %  -            "
                + "discarded: named like a code that opens a booking",
            "   5  Geb.-Datum        100 %  -            discarded: named like a date of birth",
            "   6  E-Mail             66 %  email        j•••r@e•••.org",
            "   7  Telefon           100 %  phone        •••12",
            "       2  1. Impfung", "       3  gebucht  stands",
            "       2  Tue 2021-03-16 ########################################",
            "  einzelpost plan A_its_buchungsexport_cp1252.csv --from 2021-03-16 --to 2021-06-08 "
                + "--as-of 2021-03-15",
            "for some of it alone, add: --service '1. Impfung', --service '2. Impfung'",
        ] {
            #expect(ending.output.split(separator: "\n").contains(Substring(line)), "\(line)")
        }
    }

    @Test func `the next command keeps what was said about the file`() async throws {
        let office = try office(with: Self.samples[0])
        let said = ["--column-zone", "1. Impfung=Europe/London", "--complete"]
        let ending = try await office.run(
            ["inspect", Self.samples[0], "--as-of", "2021-03-15"] + said
        ).exited(0)
        let next = ending.output.split(separator: "\n").first { $0.contains("einzelpost plan") }
        #expect(next?.contains("--column-zone '1. Impfung=Europe/London'") == true)
        #expect(next?.contains("--complete") == true)
    }

    @Test func `the JSON has every key`() async throws {
        let office = try office(with: Self.samples[4])
        let report = try object(
            try await office.run(
                ["inspect", Self.samples[4], "--as-of", "2021-03-15", "--format", "json"]
            ).exited(0)
        )
        #expect(
            Set(report.keys) == [
                "file", "form", "layout", "header_row", "header_line", "header_candidates",
                "skipped_lines", "rows", "ragged_rows", "damaged_rows", "complete", "columns",
                "services", "doses", "sites", "statuses", "days", "uncertain_starts",
                "date_order", "addresses", "warnings", "warning_codes", "problems", "suggestions",
                "next",
                "cancel",
            ]
        )
        let form = try #require(report["form"] as? [String: Any])
        #expect(form["encoding"] as? String == "utf-8")
        #expect(form["encoding_certainty"] as? String == "certain")
        #expect(form["delimiter"] as? String == ",")
        #expect(report["layout"] as? String == "calcom")
        let columns = try #require(report["columns"] as? [[String: Any]])
        let attendee = try #require(columns.first { $0["header"] as? String == "attendee1" })
        #expect(attendee["index"] as? Int == 8)
        #expect(attendee["field"] as? String == "email")
        #expect(attendee["fields"] as? [String] == ["email", "name"])
        #expect(attendee["because"] as? String == "layout")
        #expect(attendee["filled"] as? Int == 3)
        #expect(attendee["dropped_because"] is NSNull)
        let statuses = try #require(report["statuses"] as? [[String: Any]])
        #expect(statuses.map { $0["value"] as? String } == ["ACCEPTED", "CANCELLED"])
        #expect(statuses.map { $0["meaning"] as? String } == ["active", "cancelled"])
        #expect(statuses.map { $0["rows"] as? Int } == [2, 1])
        let days = try #require(report["days"] as? [[String: Any]])
        #expect(
            days.map { $0["day"] as? String } == ["2021-03-16", "2021-03-17", "2021-03-28"]
        )
    }

    @Test func `a file that cannot be planned yet is shown all the same`() async throws {
        let office = try office(with: Self.samples[3])
        let name = Self.samples[3]
        let ending = try await office.run(["inspect", name]).exited(65)
        #expect(ending.output.contains("This file cannot be planned yet:\n  A file of the layout"))
        #expect(ending.output.contains("  --day 2021-03-16   (the day in the file's name"))
        #expect(ending.output.contains("1  Impfung BioNTech (2. Dosis)"))
        let words = ["inspect", name, "--day", "2021-03-16", "--as-of", "2021-03-15"]
        let told = try await office.run(words).exited(0)
        #expect(told.output.contains("--date 2021-03-16 --day 2021-03-16"))
    }

    @Test func `a missing column is looked for by the look of its cells`() async throws {
        let text = """
            Wohin;Nachname;Vorname;Telefon;Wann
            anna.muster@example.org;Muster;Anna;0221 4710 111;01.12.2026 09:00
            bernd.muster@example.org;Muster;Bernd;0221 4710 112;01.12.2026 09:10
            """
        let ending = try await inspect("liste.csv", text).exited(65)
        #expect(ending.output.contains("recognised as an e-mail address. Name it with --map"))
        #expect(ending.output.contains("recognised as the day of the appointment. Name it"))
        #expect(ending.output.contains("  --map email=Wohin   (the cells look like e-mail"))
        #expect(ending.output.contains("  --map start=Wann   (the cells look like days"))
        #expect(!ending.output.contains("anna.muster"))
    }

    @Test func `two columns for one field are shown as such`() async throws {
        let text = "E-Mail;Mailadresse;Termin\na.muster@example.org;;01.12.2026 09:00\n"
        let ending = try await inspect("liste.csv", text).exited(65)
        #expect(ending.output.contains("could both be the field email"))
        #expect(ending.output.contains("email?       a•••r@e•••.org"))
        let chosen = try await inspect("liste.csv", text, "--map", "email=E-Mail").exited(0)
        #expect(chosen.output.contains("--map email=E-Mail"))
    }

    @Test func `without a header the rows that may be it are named, and no cell of them`()
        async throws
    {
        let text = """
            anna.muster@example.org;01.12.2026 09:00;Muster
            bernd.muster@example.org;01.12.2026 09:10;Muster
            """
        let ending = try await inspect("liste.csv", text).exited(65)
        #expect(ending.output.contains("row 1: 3 filled cells, 0 known as headers\n"))
        #expect(ending.output.contains("--header-row 0"))
        #expect(ending.output.contains("--map 'email=column 1'"))
        #expect(!ending.output.contains("Muster") && !ending.output.contains("anna"))
    }

    @Test func `a broken row ends the counting and not the report`() async throws {
        let text = """
            E-Mail;Termin;Impfstoff
            anna.muster@example.org;01.12.2026 09:00;AZ
            bernd.muster@example.org;01.12.2026 09:10;"A"Z
            """
        let ending = try await inspect("liste.csv", text).exited(65)
        #expect(ending.output.contains("  rows       1 up to where it breaks"))
        #expect(ending.output.contains("row 3, line 3: The file cannot be read"))
        #expect(ending.output.contains("       1  AZ"))
    }

    @Test func `a remark that is judged as the status shows no word of it`() async throws {
        let office = try office(with: Self.samples[1])
        let ending = try await office.run(
            ["inspect", Self.samples[1], "--map", "status=Bemerkung", "--as-of", "2021-03-15"]
        ).exited(0)
        #expect(ending.output.contains("1  (not shown: may be about a person)  cancelled already"))
        #expect(!ending.output.contains("selbst") && !ending.output.contains("Ehepaar"))
    }

    @Test func `no character of a file is obeyed by the terminal`() async throws {
        let text = "E-Mail;Termin;Impfstoff\na.m@example.org;01.12.2026 09:00;\u{1B}[2JAZ\u{202E}\n"
        let ending = try await inspect("liste.csv", text).exited(0)
        let controls = ending.output.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
        #expect(controls.isEmpty && !ending.output.contains("\u{202E}"))
    }

    @Test
    func `the zone of a configuration counts, without one Berlin's, and a wrong one is refused`()
        async throws
    {
        let office = try Operator()
        try office.write("E-Mail;Termin\na.m@example.org;2026-12-01T23:30:00Z\n", to: "liste.csv")
        try office.write(
            Configuration().text + "\n[appointments]\ntime_zone = \"America/New_York\"\n",
            to: "other.toml"
        )
        let line = "inspect liste.csv --as-of 2026-11-01"
        let other = try await office.run("\(line) --config other.toml").exited(0)
        #expect(other.output.contains("1  Tue 2026-12-01 "))
        #expect(try await office.run(line).exited(0).output.contains("1  Wed 2026-12-02 "))
        try FileManager.default.removeItem(atPath: office.path("einzelpost.toml"))
        #expect(try await office.run(line).exited(0).output.contains("1  Wed 2026-12-02 "))
        try await office.run("\(line) --config fehlt.toml").exited(78)
    }

    @Test func `a file that is no schedule, or is not there, ends with its error alone`()
        async throws
    {
        let office = try Operator()
        try office.write("%PDF-1.4", to: "liste.csv")
        let refused = try await office.run("inspect liste.csv").exited(65)
        #expect(refused.output == "" && refused.errors.contains("PDF"))
        let missing = try await office.run("inspect fehlt.csv").exited(65)
        #expect(missing.errors == "einzelpost: fehlt.csv: there is no such file\n")
    }
}
