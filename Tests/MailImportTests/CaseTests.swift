import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// The files of Tests/Cases.
struct CaseTests {
    @Test(arguments: [
        ("enc-kovacs-cp1252", "Kovács"), ("enc-simek-cp1252", "Šimek"),
        ("enc-dangelo-cp1252", "D’Angelo"), ("enc-weiss-nbsp-mueller", "Weiß"),
    ])
    func `Windows-1252 is read as such`(file: String, name: String) throws {
        let schedule = try Case.read("encoding/\(file)", day: "2021-03-16")
        #expect(schedule.textForm?.encoding == .windows1252)
        #expect(schedule.rows.first?.contact?.name.last == name)
        #expect(Set(schedule.rows.map(\.rowClass)) == [.send])
    }

    @Test func `quotes around a place are Windows-1252`() throws {
        let schedule = try Case.read("encoding/enc-ort-quotes-cp1252", day: "2021-03-16")
        #expect(schedule.rows.first?.contact?.site == "Haus „Sonne“")
    }

    @Test func `a domain never rests on a guess`() throws {
        let schedule = try Case.read("encoding/enc-idn-cp1252", day: "2021-03-16")
        #expect(schedule.rows.map(\.rowClass) == [.needsDecision, .send])
    }

    @Test func `a Polish name is no Windows-1252`() throws {
        let question = try Case.question("encoding/enc-neg-cp1250", day: "2021-03-16")
        #expect(question == .encoding([.windows1250]))
    }

    @Test func `a header with a zone is read as that zone`() throws {
        let schedule = try Case.read("schedule/header-utc", day: "2026-10-25")
        #expect(
            schedule.rows.map(\.start?.iso8601) == [
                "2026-10-25T09:00:00+01:00", "2026-10-25T09:20:00+01:00",
            ]
        )
        #expect(schedule.warnings.contains { $0.contains("Europe/Berlin") })
    }

    @Test func `a column of zones decides each row's time`() throws {
        let schedule = try Case.read("schedule/zone-column", day: "2026-10-25")
        #expect(
            schedule.rows.map(\.start?.iso8601) == [
                "2026-10-25T09:00:00+01:00", "2026-10-25T08:20:00+01:00",
                "2026-10-25T13:40:00+01:00",
            ]
        )
        #expect(schedule.mappedColumns.contains { $0.field == .zone })
    }

    @Test func `a rounded reference is none, and counted`() throws {
        let schedule = try Case.read("schedule/reference-rounded")
        let references = schedule.rows.map(\.contact?.reference)
        #expect(
            references == [
                nil, nil, nil, nil, nil, nil, "000471", "000471", "471", nil, nil, nil, nil, nil,
                nil,
            ]
        )
        #expect(
            schedule.warnings.contains { $0.contains("11 cells of the column \"Buchungsnummer\"") }
        )
        #expect(Set(schedule.rows.map(\.rowClass)) == [.send])
    }

    @Test func `letters of web pages are undone in names and places, never in addresses`() throws {
        let schedule = try Case.read("schedule/html-entities")
        #expect(
            schedule.rows.map(\.contact?.name.display) == [
                "Seán O'Brien", "Jörg Müller", "Ute Meier & Sohn", "Uwe Normal",
            ]
        )
        #expect(Set(schedule.rows.map(\.contact?.site)) == ["Bürgeramt & Kfz"])
        #expect(schedule.rows.map(\.rowClass) == [.send, .send, .send, .invalidEmail])
        #expect(schedule.warnings.contains { $0.contains("&uuml;") })
    }

    @Test func `who has cancelled is not told`() throws {
        let schedule = try Case.read("schedule/canceled-true")
        #expect(schedule.rows.map(\.rowClass) == [.send, .alreadyCancelled, .send])
    }

    @Test(arguments: ["died-php", "limited-rows", "died-in-row"])
    func `an export that seems to have died is asked about`(file: String) throws {
        guard case .isComplete = try Case.question("schedule/\(file)") else {
            Issue.record("not asked")
            return
        }
        let schedule = try Case.read("schedule/\(file)") { $0.isComplete = true }
        #expect(schedule.rows.count { $0.rowClass == .send } >= 299)
    }

    @Test func `two halves of a torn row are both somebody, and the others are read`() throws {
        let schedule = try Case.read("schedule/torn-row")
        #expect(schedule.rows.filter { $0.rowClass == .rejected }.map(\.row) == [102, 103])
        #expect(schedule.rows.count { $0.rowClass == .send } == 249)
    }

    @Test func `every file has a test`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let tests = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let cases = folder.appending(path: "../Cases").standardizedFileURL
        let files = try FileManager.default.subpathsOfDirectory(atPath: cases.path)
            .filter { $0.hasSuffix(".csv") }
        #expect(files.count == 18)
        for file in files {
            let name = URL(filePath: file).deletingPathExtension().lastPathComponent
            #expect(tests.contains("\(name)\""), "\(file)")
        }
    }

    @Test func `surplus cells that are empty in every row are no shift`() throws {
        let schedule = try Case.read("schedule/trailing-separator")
        #expect(schedule.rows.map(\.rowClass) == [.send, .send])
    }

    @Test func `characters that nobody sees are dropped at the ends and asked about inside`() throws
    {
        let schedule = try Case.read("schedule/invisible-marks")
        func row(_ number: Int) -> RowClass? {
            schedule.rows.first { $0.row == number + 2 }?.rowClass
        }
        for dropped in [0, 4, 6, 7, 8, 12, 17, 21] {
            #expect(row(dropped) == .send, "B-\(dropped)")
        }
        for inside in [1, 2, 3, 10, 11, 13] {
            #expect(row(inside) == .needsDecision, "B-\(inside)")
        }
        let reasons = schedule.rows.flatMap(\.reasons).map(\.description)
        #expect(reasons.contains { $0.contains("U+200B") })
    }

    @Test func `one row that was encoded twice waits, and the others go`() throws {
        let row = "\(0);Meier;Anna;a@example.org;;16.03.2021;09:10;"
        let rows = (10..<50).map {
            "\($0);Meier;Anna\($0);a\($0)@example.org;;16.03.2021;09:\($0);"
        }
        let broken = "9;MÃ¼ller;Jörg;j@example.org;;16.03.2021;08:00;"
        let schedule = try Schedules.read(
            ([Schedules.header, row, broken] + rows).joined(separator: "\n")
        )
        #expect(schedule.rows.map(\.rowClass).filter { $0 != .send } == [.needsDecision])
    }
}

/// One of the files of Tests/Cases, read as on the day before.
enum Case {
    static func read(
        _ name: String,
        day: String = "2026-11-24",
        _ set: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> ScheduleImport {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Cases/\(name).csv").standardizedFileURL
        var options = ReadingOptions()
        set(&options)
        let chosen = try Schedules.day(day)
        let noonBefore = AppointmentTime(
            local: LocalTime(
                day: LocalDay(daysSinceEpoch: chosen.daysSinceEpoch - 1),
                hour: 12,
                minute: 0
            ),
            offset: 3_600
        )
        return try ScheduleImport.read(
            source: ScheduleSource(bytes: Array(Data(contentsOf: file)), chunkSize: 11),
            selection: Selection(
                days: chosen...chosen,
                services: [],
                sites: [],
                asOf: noonBefore.instant,
                timeZone: Schedules.berlin()
            ),
            options: options
        )
    }

    /// What is asked before the file is used.
    static func question(
        _ name: String,
        day: String = "2026-11-24",
        _ set: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> FileQuestion? {
        do {
            _ = try read(name, day: day, set)
            return nil
        } catch let error as ScheduleError {
            return error.question
        }
    }
}
