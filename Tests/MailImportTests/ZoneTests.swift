import MailCore
import MailImport
import Testing

/// Times on another clock than the authority's.
struct ZoneTests {
    private func starts(_ header: String, _ cells: String...) throws -> [String?] {
        let rows = cells.map { "a@example.org;\($0)" }
        return try Schedules.read((["E-Mail;\(header)"] + rows).joined(separator: "\n"))
            .rows.map { $0.start?.iso8601 }
    }

    @Test(arguments: [
        "Beginn (UTC)", "start_utc", "Termin [GMT]", "Start (+00:00)", "Termin (Z)",
        "Beginn (UTC+0)",
    ])
    func `a header names the clock`(header: String) throws {
        #expect(try starts(header, "16.03.2021 09:10") == ["2021-03-16T10:10:00+01:00"])
    }

    @Test(arguments: ["Beginn (MEZ)", "Termin (Europe/Berlin)", "Termin"])
    func `the authority's own clock changes nothing`(header: String) throws {
        #expect(try starts(header, "16.03.2021 09:10") == ["2021-03-16T09:10:00+01:00"])
    }

    @Test func `another clock may mean another day`() throws {
        let schedule = try Schedules.read("E-Mail;Termin (UTC)\na@example.org;15.03.2021 23:30")
        #expect(schedule.rows.first?.start?.iso8601 == "2021-03-16T00:30:00+01:00")
        #expect(Schedules.classes(schedule) == [.send])
    }

    @Test func `a time of its own has a clock, too`() throws {
        let text = "E-Mail;Datum;Uhrzeit (UTC)\na@example.org;16.03.2021;09:10"
        #expect(
            try Schedules.read(text).rows.first?.start?.iso8601 == "2021-03-16T10:10:00+01:00"
        )
    }

    @Test func `a row whose zone is not known waits`() throws {
        let text = "E-Mail;Termin;Zeitzone\na@example.org;16.03.2021 09:10;Mitteleuropa"
        #expect(Schedules.classes(try Schedules.read(text)) == [.needsDecision])
    }

    @Test func `a zone that is not known is asked for by column`() throws {
        let text = "E-Mail;Termin (PST)\na@example.org;16.03.2021 09:10"
        let error = Schedules.refusal { try Schedules.read(text, map: ["start=Termin (PST)"]) }
        #expect(error?.question == .columnZone(header: "Termin (PST)"))
        var options = ReadingOptions()
        options.columns = [try ColumnOverride(parsing: "start=Termin (PST)")]
        options.columnZones = [try ColumnZone(parsing: "Termin (PST)=-08:00")]
        let schedule = try Schedules.read(bytes: Array(text.utf8), options: options)
        #expect(schedule.rows.first?.start?.iso8601 == "2021-03-16T18:10:00+01:00")
        #expect(throws: ScheduleError.self) { try ColumnZone(parsing: "Termin=PST") }
    }
}
