import Foundation
import MailCore
import MailImport
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
        ("2021-10-31T00:30:00Z", "", "2021-10-31T02:30:00+02:00"),
        ("2021-10-31T01:30:00Z", "", "2021-10-31T02:30:00+01:00"),
        ("2021-10-31T02:30:00+02:00", "", "2021-10-31T02:30:00+02:00"),
        ("3/16/2021 9:30 AM", "", "2021-03-16T09:30:00+01:00"),
        ("3/16/2021 12:05 PM", "", "2021-03-16T12:05:00+01:00"),
        ("3/16/2021 12:05 a.m.", "", "2021-03-16T00:05:00+01:00"),
        ("16/03/2021", "12:00 AM", "2021-03-16T00:00:00+01:00"),
        ("16-03-2021", "9 PM", "2021-03-16T21:00:00+01:00"),
        ("16/03/2021", "9:30 AM - 9:40 AM", "2021-03-16T09:30:00+01:00"),
        ("03/03/2021", "09:10", "2021-03-03T09:10:00+01:00"),
        ("2021/03/16", "09:10", "2021-03-16T09:10:00+01:00"),
        ("2021/03/16 09:10-09:20", "", "2021-03-16T09:10:00+01:00"),
        ("16-Mrz-21", "09:10", "2021-03-16T09:10:00+01:00"),
        ("16-03-21", "09:10", "2021-03-16T09:10:00+01:00"),
        ("Tuesday, March 16, 2021", "9:10 AM", "2021-03-16T09:10:00+01:00"),
        ("1. Jän. 2021", "09:10", "2021-01-01T09:10:00+01:00"),
        ("16. Maerz 2021", "09:10", "2021-03-16T09:10:00+01:00"),
        ("16. Mai 2021", "09:10", "2021-05-16T09:10:00+02:00"),
        ("16. Okt. 2021", "09:10", "2021-10-16T09:10:00+02:00"),
        ("16. Dez. 2021", "09:10", "2021-12-16T09:10:00+01:00"),
        ("16. Feb. 2021", "09:10", "2021-02-16T09:10:00+01:00"),
        ("44271", "0,385416667", "2021-03-16T09:15:00+01:00"),
        ("44271,385416667", "", "2021-03-16T09:15:00+01:00"),
        ("44271.3854166667", "", "2021-03-16T09:15:00+01:00"),
        ("44271.0", "09:15", "2021-03-16T09:15:00+01:00"),
        ("44271", "0,38542", "2021-03-16T09:15:00+01:00"),
        ("44271", "0.385416666666667", "2021-03-16T09:15:00+01:00"),
        ("44271", "0,5", "2021-03-16T12:00:00+01:00"),
        ("44271", "0,375", "2021-03-16T09:00:00+01:00"),
        ("16.03.2021", "09:10:00-09:19:59", "2021-03-16T09:10:00+01:00"),
        ("16.03.2021", "23:50-00:00", "2021-03-16T23:50:00+01:00"),
    ])
    func `a day and a time are read as they are meant`(
        start: String,
        time: String,
        expected: String
    ) throws {
        var reader = try DateScene.reader([start])
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
        ("Wednesday, March 16, 2021", "09:10", "weekday"),
        ("Mi 16/03/2021", "09:10", "weekday"),
        ("Mi, 44271", "09:10", "weekday"),
        ("16.03.2021", "", "no time"),
        ("2021-03-16", "", "no time"),
        ("44271", "", "no time"),
        ("2021-03-16 00:00:00", "", "no time"),
        ("", "09:10", "no date"),
        ("16.03.2021", "ab 9 Uhr", "time cannot"),
        ("16.03.2021", "9", "time cannot"),
        ("16.03.2021", "910", "time cannot"),
        ("16.03.2021", "25:00", "time cannot"),
        ("16.03.2021", "24:00", "time cannot"),
        ("16.03.2021", "09:60", "time cannot"),
        ("16.03.2021", "13:05 PM", "time cannot"),
        ("16.03.2021", "0:05 AM", "time cannot"),
        ("16.03.2021", "1:30-1:40 PM", "time cannot"),
        ("16.03.2021", "09:10-08:20", "time cannot"),
        ("16.03.2021", "09:10 oder 09:20", "time cannot"),
        ("16.03.2021", "0.25", "time cannot"),
        ("16.03.2021", "0,385", "time cannot"),
        ("16.03.2021", "0,39", "time cannot"),
        ("16.03.2021", "0,50", "time cannot"),
        ("16.03.2021", "0,4", "time cannot"),
        ("16.03.2021", "0,99999999", "time cannot"),
        ("16.03.2021", "0,000", "time cannot"),
        ("16.03.2021", "1,385416667", "time cannot"),
        ("16.03.2021", "0,38545", "seconds"),
        ("16.03.2021", "09:10:37", "seconds"),
        ("16.03.2021 09:10:37", "", "seconds"),
        ("16.03.2021 09:10:00", "09:10:37", "seconds"),
        ("2021-03-16T08:10:00Z", "09:10:37", "seconds"),
        ("44271,38545", "", "seconds"),
        ("2021-03-16T08:10:00.250Z", "", "seconds"),
        ("16.03.2021 morgens", "", "more than"),
        ("16.03.2021 verschoben auf 18.03.2021", "09:10", "more than"),
        ("16.03.2021 (Mi)", "09:10", "more than"),
        ("2021-03-16 03:10:00-05:00", "", "more than"),
        ("2021-03-16 03:10 -05:00", "", "more than"),
        ("2021-03-16 08:10:00 UTC", "", "more than"),
        ("16.03.2021 09:10Z", "", "more than"),
        ("16.03.2021 09:10", "09:20", "different times"),
        ("2021-03-16T08:10:00Z", "08:10", "different times"),
        ("31.02.2021", "09:10", "date cannot"),
        ("29.02.2021", "09:10", "date cannot"),
        ("16.03.", "09:10", "date cannot"),
        ("3.16.2021", "09:10", "date cannot"),
        ("2021-16-03", "09:10", "date cannot"),
        ("20210316", "09:10", "date cannot"),
        ("16/03-2021", "09:10", "date cannot"),
        ("16.03.1921", "09:10", "date cannot"),
        ("16.03.2012", "09:10", "year"),
        ("16.03.12", "09:10", "year"),
        ("16.03.2031", "09:10", "year"),
        ("13/13/2021", "09:10", "slashes"),
        ("21/03/21", "", "no time"),
        ("60", "09:10", "date cannot"),
        ("58636", "09:10", "date cannot"),
        ("4427", "09:10", "date cannot"),
        ("44271 2", "09:10", "more than"),
        ("morgen", "09:10", "date cannot"),
        ("16.3", "09:10", "date cannot"),
        ("16/3", "09:10", "date cannot"),
        ("28.03.2021", "02:30", "go forward"),
        ("31.10.2021", "02:30", "go back"),
    ])
    func `a doubtful day or time is left to a person`(
        start: String,
        time: String,
        word: String
    ) throws {
        var reader = try DateScene.reader([start])
        let doubt = try #require(reader.read(start: start, time: time).doubt)
        #expect(doubt.contains(word))
    }

    @Test func `a doubt about the cell with the day leaves no day`() throws {
        var reader = try DateScene.reader(["16.03.2021"])
        let moved = reader.read(start: "16.03.2021 verschoben auf 18.03.2021", time: "09:10")
        #expect(moved.isWithoutDay)
        #expect(reader.read(start: "16.03.2012", time: "09:10").isWithoutDay)
        #expect(!reader.read(start: "16.03.2021", time: "ab 9 Uhr").isWithoutDay)
    }

    @Test func `without a proven column, slashes and numbers are doubtful`() throws {
        var reader = StartReader(zone: try Schedules.berlin(), format: .unproven)
        for cell in ["16/03/2021", "3/16/2021", "03/03/2021", "16-03-2021", "44271"] {
            #expect(reader.read(start: cell, time: "09:10").doubt != nil, "\(cell)")
        }
        #expect(reader.read(start: "16.03.2021", time: "09:10").doubt == nil)
    }

    @Test func `every minute of the year agrees with Foundation`() throws {
        let zone = try Schedules.berlin()
        var reader = StartReader(zone: zone, format: .unproven)
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

extension StartReading {
    fileprivate var isWithoutDay: Bool {
        if case .unclear(let day, _, _) = self { day == nil } else { false }
    }
}
