import Foundation
import MailCore
import Testing

struct StartReaderTests {
    @Test(arguments: [
        ("16.03.2021", "09:10", "2021-03-16T09:10:00+01:00"),
        ("16.3.21", "9:10", "2021-03-16T09:10:00+01:00"),
        ("16. 3. 2021", "9.10 Uhr", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16", "09:10:00", "2021-03-16T09:10:00+01:00"),
        ("16.03.2021", "9 Uhr", "2021-03-16T09:00:00+01:00"),
        ("16.03.2021", "0910", "2021-03-16T09:10:00+01:00"),
        ("16.03.2021", "0910 Uhr", "2021-03-16T09:10:00+01:00"),
        ("16.03.2021", "09:10-09:20", "2021-03-16T09:10:00+01:00"),
        ("16.03.2021", "09:10 – 09:20 Uhr", "2021-03-16T09:10:00+01:00"),
        ("16.03.21 09:20", "", "2021-03-16T09:20:00+01:00"),
        ("16.03.2021, 09:10 Uhr", "", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16T09:10:00", "", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16 09:10", "", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16T08:10:00Z", "", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16T08:30:00.000Z", "", "2021-03-16T09:30:00+01:00"),
        ("2021-03-16T03:10:00-05:00", "", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16 10:10+0200", "", "2021-03-16T09:10:00+01:00"),
        ("2021-03-16T23:30:00Z", "", "2021-03-17T00:30:00+01:00"),
        ("2021-03-28T07:00:00Z", "", "2021-03-28T09:00:00+02:00"),
        ("2021-03-16 00:00:00", "09:10", "2021-03-16T09:10:00+01:00"),
        ("16.03.2021 09:10", "09:10 Uhr", "2021-03-16T09:10:00+01:00"),
        ("Di, 16. März 2021", "9.10 Uhr", "2021-03-16T09:10:00+01:00"),
        ("Dienstag, 16. März 2021 um 9.10 Uhr", "", "2021-03-16T09:10:00+01:00"),
        ("Di. 16.03.2021", "09:10", "2021-03-16T09:10:00+01:00"),
        ("16 Mrz. 21", "09:10", "2021-03-16T09:10:00+01:00"),
        ("1. Jänner 2021", "09:10", "2021-01-01T09:10:00+01:00"),
        ("\u{A0}16.03.2021 ", " 09:10\u{200B}", "2021-03-16T09:10:00+01:00"),
        ("08.06.2021", "09:10", "2021-06-08T09:10:00+02:00"),
        ("28.03.2021", "03:00", "2021-03-28T03:00:00+02:00"),
        ("31.10.2021", "03:00", "2021-10-31T03:00:00+01:00"),
        ("2021-10-31T01:30:00Z", "", "2021-10-31T02:30:00+01:00"),
    ])
    func `a day and a time are read as they are meant`(
        start: String,
        time: String,
        expected: String
    ) throws {
        var reader = StartReader(zone: try Schedules.berlin())
        for _ in 1...2 {  // the second answer comes from memory
            guard case .at(let read) = reader.read(start: start, time: time) else {
                Issue.record("not read: \(reader.read(start: start, time: time))")
                return
            }
            #expect(read.iso8601 == expected)
        }
    }

    @Test(arguments: [
        ("Mi, 16.03.2021", "09:10", "weekday"),
        ("16.03.2021", "", "no time"),
        ("2021-03-16", "", "no time"),
        ("", "09:10", "no date"),
        ("16.03.2021", "ab 9 Uhr", "time cannot"),
        ("16.03.2021", "9", "time cannot"),
        ("16.03.2021", "910", "time cannot"),
        ("16.03.2021", "25:00", "time cannot"),
        ("16.03.2021", "09:60", "time cannot"),
        ("16.03.2021", "12:05 PM", "time cannot"),
        ("16.03.2021 morgens", "", "time cannot"),
        ("16.03.2021 09:10", "09:20", "different times"),
        ("2021-03-16T08:10:00Z", "08:10", "different times"),
        ("31.02.2021", "09:10", "date cannot"),
        ("16.03.", "09:10", "date cannot"),
        ("16.03.1921", "09:10", "date cannot"),
        ("44271", "09:10", "date cannot"),
        ("morgen", "09:10", "date cannot"),
        ("16.3", "09:10", "date cannot"),
        ("3/16/2021 9:30 AM", "", "slashes"),
        ("16/03/2021", "09:10", "slashes"),
        ("28.03.2021", "02:30", "go forward"),
        ("31.10.2021", "02:30", "go back"),
    ])
    func `a doubtful day or time is left to a person`(
        start: String,
        time: String,
        word: String
    ) throws {
        var reader = StartReader(zone: try Schedules.berlin())
        guard case .unclear(_, let reason, _) = reader.read(start: start, time: time) else {
            Issue.record("\(start) \(time) was read as certain")
            return
        }
        #expect(reason.contains(word))
    }

    @Test func `every minute of the year agrees with Foundation`() throws {
        let zone = try Schedules.berlin()
        var reader = StartReader(zone: zone)
        let formatter = ISO8601DateFormatter()
        formatter.timeZone = zone
        formatter.formatOptions = [.withInternetDateTime, .withColonSeparatorInTimeZone]
        for step in 0..<4_000 {
            let instant = Date(timeIntervalSince1970: 1_609_459_200 + Double(step) * 7_980)
            let utc = instant.formatted(.iso8601)
            guard case .at(let read) = reader.read(start: utc, time: "") else {
                Issue.record("not read: \(utc)")
                return
            }
            #expect(read.iso8601 == formatter.string(from: instant))
        }
    }
}
