import MailCore
import MailImport
import TestSupport
import Testing

/// Where the operator knows better than the file.
struct OperatorWordTests {
    private static let schedule = """
        \(Schedules.header)
        B1;Test;Erika;e.probe@example.org;;16.03.2021;09:10;gebucht
        B2;Muster;;muster@example.org;;16.03.2021;09:20;gebucht
        B3;Ahorn;Alma;a.ahorn@example.org;;16.03.2021;09:30;gebucht
        """

    @Test func `a person may be called Test`() throws {
        var options = ReadingOptions()
        options.realRows = [2]
        let schedule = try Schedules.read(bytes: Array(Self.schedule.utf8), options: options)
        #expect(schedule.rows.map(\.rowClass) == [.send, .testOrBlock, .send])
        #expect(schedule.rows[0].reasons == [.takenForReal])
        #expect(schedule.rows[0].contact?.address?.text == "e.probe@example.org")
        #expect(schedule.rows[1].contact == nil)
        #expect(schedule.rows[1].reasons == [.testOrBlock])
        #expect(schedule.takenForReal == [2])
    }

    @Test func `what was said of a row still stands where the address is the authority's own`()
        throws
    {
        var options = ReadingOptions()
        options.realRows = [2]
        let text = Self.schedule.replacing("Test;Erika", with: "Test;Nguy?n")
        let schedule = try ScheduleImport.read(
            source: ScheduleSource(bytes: Array(text.utf8)),
            selection: Schedules.selection(),
            options: options,
            ownAddresses: [EmailAddress(parsing: "e.probe@example.org")]
        )
        let row = schedule.rows[0]
        #expect(row.rowClass == .collectiveAddress)
        #expect(row.reasons.count == 3)
        #expect(row.reasons.first == .ownAddress)
        #expect(row.reasons.contains(.takenForReal))
        #expect(row.reasons.contains(.lostLetterInName))
    }

    @Test func `a row that is nobody's test is not taken for real`() throws {
        var options = ReadingOptions()
        options.realRows = [3, 4, 99]
        let schedule = try Schedules.read(bytes: Array(Self.schedule.utf8), options: options)
        #expect(schedule.takenForReal == [3])
        #expect(schedule.rows[2].reasons.isEmpty)
    }

    private static let zms = """
        Lfd. Nummer;Uhrzeit/Ankunftszeit;Nr.;Name;Telefon;Email;Dienstleistung;Anmerkungen
        1;09:10:00;100231;Musterfrau, Eva;;eva.musterfrau@example.org;Impfung;
        """

    @Test func `the refusal proposes the day of the file's name`() throws {
        func refusal(_ name: String) -> String? {
            var options = ReadingOptions()
            options.dayInName = DayInFileName.day(in: name)
            return Schedules.refusal {
                try Schedules.read(bytes: Array(Self.zms.utf8), options: options)
            }?.english
        }
        let named = try #require(refusal("Tagesuebersicht_Halle_16.03.2021.csv"))
        #expect(named.contains("2021-03-16: if that is right, add --day 2021-03-16"))
        #expect(try #require(refusal("liste.csv")).contains("--day YYYY-MM-DD"))
    }

    @Test(arguments: [
        ("2021-03-16", "2021-03-16", false), ("2021-03-17", "2021-03-16", true),
        ("2021-03-17", nil, false),
    ])
    func `a day that is not that of the name is a warning`(
        given: String,
        name: String?,
        isWarned: Bool
    ) throws {
        var options = ReadingOptions()
        options.day = try Schedules.day(given)
        options.dayInName = try name.map(Schedules.day)
        let warnings = try Schedules.read(bytes: Array(Self.zms.utf8), options: options).warnings
        #expect(warnings.contains { $0.contains("--day says 2021-03-17") } == isWarned)
    }

    @Test(arguments: [
        ("ab 9 Uhr", "time cannot be read"), ("09:10:07", "time has seconds"), ("09:10", nil),
        ("", nil), ("16.03.2021 09:10", nil),
    ])
    func `a doubtful day does not hide a doubtful time`(time: String, reason: String?) throws {
        let row = "B1;Ahorn;Alma;a.ahorn@example.org;;Mi, 16.03.2021;\(time);gebucht"
        let judged = try #require(try Schedules.read(rows: row).rows.first)
        #expect(judged.rowClass == .needsDecision)
        #expect(judged.column == "Datum")
        let reasons = judged.reasons.map(\.description).joined(separator: " ")
        #expect(reasons.contains("weekday"))
        #expect(reasons.contains("The time") == (reason != nil))
        if let reason { #expect(reasons.contains(reason)) }
    }
}
