import MailCore
import MailImport
import Testing

struct WholeFileTests {
    private static let row = "1;Beispiel;Erika;e@example.org;;16.03.2021;09:10;"

    @Test(arguments: [";", ",", "\t", "|"])
    func `the delimiter is found`(delimiter: String) throws {
        let text = (Schedules.header + "\n" + Self.row)
            .map { $0 == ";" ? delimiter : String($0) }.joined()
        #expect(try Schedules.read(text).textForm?.delimiter.rawValue == delimiter)
    }

    @Test func `a comma in every cell is no delimiter`() throws {
        let text = """
            Name, Vorname;E-Mail;Termin
            Beispiel, Erika;a@example.org;16.03.2021, 09:10 Uhr
            Haddad, Layla;b@example.org;16.03.2021, 09:20 Uhr
            extra;row
            """
        let schedule = try Schedules.read(text)
        #expect(schedule.textForm?.delimiter == .semicolon)
        #expect(schedule.rows.first?.contact?.name == PersonName(first: "Erika", last: "Beispiel"))
    }

    @Test(arguments: ["sep=;\r\n", "\u{FEFF}sep=;\r\n", "SEP=;\n", "\"sep=;\"\r"])
    func `a sep line is obeyed and is no row`(line: String) throws {
        let schedule = try Schedules.read(line + Schedules.header + "\n" + Self.row)
        #expect(schedule.rows.map { [$0.row, $0.line] } == [[2, 3]])
        #expect(schedule.headerLine == 2)
        #expect(schedule.skippedLines == [])
    }

    @Test func `title lines above the header are skipped and reported`() throws {
        let title = "Terminliste KW 11;;;;;;;\n\nStand: 15.03.2021 15:40;;;;;;;\n"
        let schedule = try Schedules.read(title + Schedules.header + "\n" + Self.row)
        #expect(schedule.skippedLines == [1, 3])
        #expect(schedule.headerLine == 4)
        #expect(schedule.rows.map(\.row) == [5])
    }

    @Test func `the line with the sum is skipped and reported`() throws {
        let schedule = try Schedules.read(rows: Self.row, ";;;Summe:;;1;;", ";;;;;;;")
        #expect(Schedules.classes(schedule) == [.send])
        #expect(schedule.skippedLines == [3])
    }

    @Test func `a person whose row says total is not skipped`() throws {
        let schedule = try Schedules.read(
            rows: Self.row,
            "2;Haddad;Layla;Summe;0221 1;16.03.2021;9:10;"
        )
        #expect(Schedules.classes(schedule) == [.send, .invalidEmail])
    }

    @Test func `a ragged row is rejected with both counts`() throws {
        let schedule = try Schedules.read(rows: Self.row, "2;Haddad;Layla")
        #expect(Schedules.classes(schedule) == [.send, .rejected])
        #expect(
            schedule.problems.first?.reasons.first == .fieldCount(fields: 3, header: 8)
        )
        #expect(schedule.rows.last?.contact == nil)
    }

    @Test(arguments: [(2, 198, true), (2, 197, false), (1, 0, true)])
    func `more than one ragged row in a hundred refuses the file`(
        ragged: Int,
        good: Int,
        isAccepted: Bool
    ) {
        let rows = Array(repeating: Self.row, count: good) + Array(repeating: "x;y", count: ragged)
        let text = ([Schedules.header] + rows).joined(separator: "\n")
        let error = Schedules.refusal { try Schedules.read(text) }
        #expect((error == nil) == isAccepted)
        #expect(error.map { $0.line == good + 2 } ?? true)
    }

    @Test(arguments: ["", "\u{FEFF}", Schedules.header, Schedules.header + "\n\n;;;;;;;\n", "\n\n"])
    func `a file without rows is refused`(text: String) {
        #expect(Schedules.refusal { try Schedules.read(text) } != nil)
    }

    @Test func `a file without a header is refused and names the way out`() {
        let error = Schedules.refusal { try Schedules.read(Self.row + "\n" + Self.row) }
        #expect(error?.english.contains("--map") == true)
    }

    @Test func `a stray quote in any row refuses the file at its line`() {
        let error = Schedules.refusal {
            try Schedules.read(rows: Self.row, "2;Had\"dad;Layla;l@example.org;;16.03.2021;9:10;")
        }
        #expect(error?.line == 3)
        #expect(error?.row == 3)
    }

    @Test func `a source that changes between the two readings is refused`() throws {
        nonisolated(unsafe) var readings = 0  // One thread reads, one reading after the other.
        let source = ScheduleSource {
            readings += 1
            let text = Schedules.header + "\n" + String(repeating: Self.row + "\n", count: readings)
            return try ScheduleSource(bytes: Array(text.utf8)).open()
        }
        let selection = try Schedules.selection()
        let error = Schedules.refusal {
            try ScheduleImport.read(source: source, selection: selection)
        }
        #expect(error?.english.contains("changed") == true)
    }
}
