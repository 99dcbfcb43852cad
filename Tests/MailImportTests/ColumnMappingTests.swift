import MailCore
import MailImport
import Testing

struct ColumnMappingTests {
    @Test(arguments: [
        // Sample A: the booking id is preferred to the code, which is a credential.
        (
            """
            Buchungs-ID;Vermittlungscode;Nachname;Vorname;Geb.-Datum;E-Mail;Telefon;Impfzentrum;\
            Datum;Uhrzeit;Terminart;Impfstoff;Status
            """,
            """
            email=E-Mail date=Datum time=Uhrzeit first=Vorname last=Nachname ref=Buchungs-ID \
            phone=Telefon site=Impfzentrum service=Terminart service=Impfstoff status=Status
            """,
            ["Vermittlungscode", "Geb.-Datum"]
        ),
        // Sample B: a running number is no reference, `Ort` alone is the site.
        (
            "Nr.;Name, Vorname;Mailadresse;Tel. mobil;1. Impfung;2. Impfung;Ort;Bemerkung",
            """
            email=Mailadresse start=1. Impfung name=Name, Vorname phone=Tel. mobil site=Ort \
            second=2. Impfung
            """,
            ["Nr.", "Bemerkung"]
        ),
        // Sample F: `Name` next to `Vorname` is the family name.
        (
            "lfd. Nr.;Name;Vorname;Straße;PLZ;Wohnort;Telefon;Email;Termin;Uhrzeit;Dosis;erschienen",
            """
            email=Email start=Termin time=Uhrzeit first=Vorname last=Name phone=Telefon \
            dose=Dosis status=erschienen
            """,
            ["lfd. Nr.", "Straße", "PLZ", "Wohnort"]
        ),
        // `Ort` next to a street is where the person lives.
        (
            "E-Mail;Termin;Straße;PLZ;Ort", "email=E-Mail start=Termin", ["Straße", "PLZ", "Ort"]
        ),
        // BOM, NBSP, line break, leading blank, empty cells.
        (
            "\u{FEFF}\u{A0}E-Mail\u{A0}; Termin ;;\"Telefon\nmobil\";",
            "email=E-Mail start=Termin phone=Telefon mobil", ["column 3", "column 5"]
        ),
        (
            "EMAIL ADDRESS;Start_DateTime;First Name",
            "email=EMAIL ADDRESS start=Start_DateTime first=First Name", []
        ),
    ])
    func `headers are recognised, the rest is dropped`(
        header: String,
        mapped: String,
        discarded: [String]
    ) throws {
        let schedule = try Self.read(header)
        let pairs = schedule.mappedColumns.map { "\($0.field.rawValue)=\($0.header)" }
        #expect(pairs.joined(separator: " ") == mapped)
        #expect(schedule.discardedColumns.map(\.header) == discarded)
    }

    @Test(arguments: [
        ("E-Mail;Mailadresse;Termin", "email", "E-Mail", "Mailadresse"),
        ("E-Mail;Termin;Beginn", "start", "Termin", "Beginn"),
        ("E-Mail;Datum;Termin;Uhrzeit", "start", "Datum", "Termin"),
        ("E-Mail;Datum;Uhrzeit;von", "time", "Uhrzeit", "von"),
        ("id;startTime;status;attendee1;attendee2", "name", "attendee1", "attendee2"),
        ("E-Mail;Termin;E-Mail", "email", "column 1", "column 3"),
    ])
    func `two columns for one field are for the operator to choose`(
        header: String,
        field: String,
        first: String,
        second: String
    ) {
        let message = Schedules.refusal { try Self.read(header) }?.english ?? ""
        #expect(message.contains("--map \(field)=HEADER"))
        #expect(message.contains(first) && message.contains(second))
    }

    @Test(arguments: [
        ("E-Mail;Mailadresse;Termin", ["email=mailadresse"], "email=Mailadresse start=Termin"),
        ("A;B;C", ["email=B", "start=C"], "email=B start=C"),
        (
            "E-Mail;Datum;Beginn", ["date=Datum", "time=Beginn"],
            "email=E-Mail date=Datum time=Beginn"
        ),
        ("E-Mail;Termin;E-Mail", ["email=column 3"], "email=E-Mail start=Termin"),
        ("E-Mail;Termin;Vorname;Wer", ["name=Wer"], "email=E-Mail start=Termin name=Wer"),
        ("E-Mail;Termin;Status;Notiz", ["status=Notiz"], "email=E-Mail start=Termin status=Notiz"),
    ])
    func `the operator's word wins`(header: String, map: [String], mapped: String) throws {
        let schedule = try Self.read(header, map: map)
        let pairs = schedule.mappedColumns.map { "\($0.field.rawValue)=\($0.header)" }
        #expect(pairs.joined(separator: " ") == mapped)
    }

    @Test(arguments: [
        ["mail=E-Mail"], ["email"], ["email=Adresse"], ["email=E-Mail", "email=Termin"],
        ["start=Termin", "date=Termin"], ["email=Name"],
    ])
    func `a map that does not fit the file is refused`(map: [String]) {
        let error = Schedules.refusal { try Self.read("E-Mail;Termin;Name;Name;Ort", map: map) }
        #expect(error != nil)
    }

    @Test(arguments: ["Termin;Name;Telefon", "E-Mail;Name;Telefon"])
    func `a schedule without addresses or days is refused`(header: String) {
        #expect(Schedules.refusal { try Self.read(header) }?.english.contains("--map") == true)
    }

    private static func read(_ header: String, map: [String] = []) throws -> ScheduleImport {
        let width = header.count { $0 == ";" }
        let row = "x" + String(repeating: ";x", count: width)
        return try Schedules.read(header + "\n" + row, map: map)
    }
}
