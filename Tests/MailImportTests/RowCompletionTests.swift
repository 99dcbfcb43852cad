import MailCore
import MailImport
import TestSupport
import Testing

/// What is only missing to the eye is completed by the operator's word, never by itself.
struct RowCompletionTests {
    private static let short = """
        Nachname;E-Mail;Termin;Telefon;Status
        A;a@kreis.example;16.03.2021 09:10;0221 1;gebucht
        B;b@kreis.example;16.03.2021 09:20
        C;c@kreis.example;16.03.2021 09:30;0221 3
        """

    private static let merged = """
        Datum;Uhrzeit;Nachname;E-Mail
        16.03.2021;09:10;A;a@kreis.example
        ;09:20;B;b@kreis.example
        17.03.2021;09:10;C;c@kreis.example
         ;09:20;D;d@kreis.example
        """

    private func read(
        _ text: String,
        _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> ScheduleImport {
        var options = ReadingOptions()
        options.isComplete = true
        change(&options)
        return try Schedules.read(bytes: Array(text.utf8), options: options)
    }

    @Test func `rows without their empty last cells are refused with the way out`() throws {
        let error = #expect(throws: ScheduleError.self) { try read(Self.short) }
        #expect(error?.english.contains("--short-rows") == true)
        let schedule = try read(Self.short) { $0.padsShortRows = true }
        #expect(Schedules.classes(schedule) == [.send, .send, .send])
        #expect(schedule.rows.map(\.contact?.phone) == ["0221 1", nil, "0221 3"])
        #expect(schedule.warnings.contains { $0.hasPrefix("2 rows ended before the last column") })
    }

    @Test func `a row with too many cells stays refused, whatever is said of short ones`() throws {
        let text = Self.short + "\nD;d@kreis.example;16.03.2021 09:40;0221 4;gebucht;x\nE;;;;;x"
        let error = #expect(throws: ScheduleError.self) {
            try read(text) { $0.padsShortRows = true }
        }
        #expect(error?.english.contains("--short-rows") == false)
    }

    @Test func `a day above empty cells is offered, and taken by the operator's word alone`() throws
    {
        let asked = try read(Self.merged)
        #expect(Schedules.classes(asked) == [.send, .needsDecision, .send, .needsDecision])
        #expect(
            asked.warnings.contains {
                $0.contains("2 rows") && $0.contains("--fill-down \"Datum\"")
            }
        )
        let filled = try read(Self.merged) { $0.filledDown = ["datum"] }
        #expect(
            filled.rows.map { $0.start?.iso8601.prefix(16) } == [
                "2021-03-16T09:10", "2021-03-16T09:20", "2021-03-17T09:10", "2021-03-17T09:20",
            ]
        )
        #expect(filled.warnings.contains { $0.hasPrefix("2 rows took the value of \"Datum\"") })
        #expect(!filled.warnings.contains { $0.contains("without a day") })
    }

    @Test func `nothing is filled above the first value, nor in other columns`() throws {
        let text =
            "Datum;Uhrzeit;Nachname;E-Mail\n;09:00;Z;z@kreis.example\n"
            + "16.03.2021;09:10;A;a@kreis.example\n;09:20;;b@kreis.example"
        let schedule = try read(text) { $0.filledDown = ["Datum"] }
        #expect(schedule.rows.map(\.start?.local.hour) == [nil, 9, 9])
        #expect(schedule.rows[2].contact?.name.last == nil)
    }

    @Test func `a column to fill must be there`() throws {
        let error = #expect(throws: ScheduleError.self) {
            try read(Self.merged) { $0.filledDown = ["Tag"] }
        }
        #expect(error?.english.contains("No column is called \"Tag\"") == true)
    }

    @Test func `blanks around quotes are refused with the way out`() throws {
        let text = """
            "Nachname" , "E-Mail" ,\t"Termin"
            "A" , "a@kreis.example" , "16.03.2021 09:10"
            "B, C" , "b@kreis.example" , "16.03.2021 09:20"\u{20}
            """
        let error = #expect(throws: ScheduleError.self) { try read(text) }
        #expect(error?.english.contains("--quotes spaced") == true)
        let schedule = try read(text) { $0.quotes = .spaced }
        #expect(Schedules.classes(schedule) == [.send, .send])
        #expect(schedule.rows.map(\.contact?.name.last) == ["A", "B, C"])
        // What is no blank stays a fault.
        for torn in ["\"A\" x,\"a@b.example\"", "x \"A\",\"a@b.example\""] {
            #expect(throws: ScheduleError.self) {
                try read(text + "\n" + torn) { $0.quotes = .spaced }
            }
        }
    }

    @Test func `single quotes are refused with the way out`() throws {
        let text = """
            'Nachname';'E-Mail';'Termin'
            'O''Brien';'a@kreis.example';'16.03.2021 09:10'
            'B;C';'b@kreis.example';'16.03.2021 09:20'
            """
        let error = #expect(throws: ScheduleError.self) { try read(text) }
        #expect(error?.english.contains("--quotes single") == true)
        let schedule = try read(text) { $0.quotes = .single }
        #expect(Schedules.classes(schedule) == [.send, .send])
        #expect(schedule.rows.map(\.contact?.name.last) == ["O'Brien", "B;C"])
    }

    @Test func `phone numbers that lost their zeros are told, once for the column`() throws {
        func warnings(_ phones: String...) throws -> [String] {
            let rows = phones.enumerated().map {
                "R\($0);A;B;a\($0)@kreis.example;\($1);16.03.2021;09:10;"
            }
            return try Schedules.read(([Schedules.header] + rows).joined(separator: "\n")).warnings
                .map(\.description).filter { $0.contains("lost the zero") }
        }
        let found = try warnings("1712345678", "2214710000", "491712345678", "0221 4710")
        #expect(found.count == 1 && found[0].hasPrefix("3 phone numbers of the column \"Telefon\""))
        #expect(try warnings("1712345678", "2214710000", "0221 1", "0221 2") == [])
        #expect(try warnings("4710", "4711 22", "47 11 33", "12345678") == [])
        let formula = "\"=\"\"0221471\"\"\""
        #expect(try warnings("0171 2345678", "+49 171 1", "00492214710", formula) == [])
    }
}
