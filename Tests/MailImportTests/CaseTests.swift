import Foundation
import MailCore
import MailImport
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
