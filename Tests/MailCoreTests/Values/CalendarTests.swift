import Foundation
import MailCore
import Testing

struct CalendarTests {
    @Test(arguments: [
        (2021, 3, 16, true), (2020, 2, 29, true), (2021, 2, 29, false), (2000, 2, 29, true),
        (1900, 2, 29, false), (2100, 2, 29, false), (2021, 2, 28, true), (2021, 4, 31, false),
        (2021, 12, 31, true), (2021, 13, 1, false), (2021, 0, 1, false), (2021, 1, 0, false),
        (2021, 1, 32, false), (0, 1, 1, false), (1, 1, 1, true), (9_999, 12, 31, true),
        (10_000, 1, 1, false), (2021, -1, 5, false),
    ])
    func `a day exists or it does not`(year: Int, month: Int, day: Int, exists: Bool) {
        #expect((LocalDay(year: year, month: month, day: day) != nil) == exists)
    }

    @Test(arguments: [
        ("2021-03-16", 1), ("2021-03-21", 6), ("2021-03-15", 0), ("1970-01-01", 3),
        ("1900-01-01", 0), ("1969-12-31", 2), ("2000-02-29", 1), ("2024-02-29", 3),
        ("2100-03-01", 0), ("1582-10-15", 4), ("0001-01-01", 0), ("9999-12-31", 4),
    ])
    func `the weekday is the calendar's`(text: String, weekday: Int) throws {
        #expect(try Given.day(text).weekday == weekday)
    }

    @Test func `every day from 1900 to 2100 counts on by one and comes back`() throws {
        let first = try Given.day("1900-01-01").daysSinceEpoch
        let last = try Given.day("2100-12-31").daysSinceEpoch
        #expect(first == -25_567)
        #expect(last == 47_846)
        var before = LocalDay(daysSinceEpoch: first - 1)
        for count in first...last {
            let day = LocalDay(daysSinceEpoch: count)
            #expect(day.daysSinceEpoch == count)
            #expect(LocalDay(iso8601: day.description) == day)
            #expect(LocalDay(year: day.year, month: day.month, day: day.day) == day)
            #expect(before < day)
            #expect(day.weekday == (before.weekday + 1) % 7)
            before = day
        }
        #expect(before.description == "2100-12-31")
    }

    @Test func `the day count agrees with Foundation`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for count in stride(from: -25_567, through: 47_846, by: 97) {
            let date = Date(timeIntervalSince1970: Double(count) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let day = LocalDay(daysSinceEpoch: count)
            #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
            #expect((day.weekday + 1) % 7 + 1 == parts.weekday)
        }
    }

    @Test(arguments: [
        "", "2021-3-16", "2021-03-16 ", "16.03.2021", "2021/03/16", "2021-03-1a", "+021-03-16",
        "-2021-03-16", "2021-02-29", "２021-03-16", "2021-03-16-01",
    ])
    func `only yyyy-mm-dd is a day`(text: String) {
        #expect(LocalDay(iso8601: text) == nil)
    }

    @Test(arguments: [
        ("2021-03-16T09:10:00+01:00", 1_615_882_200), ("2021-06-08T00:00:00+02:00", 1_623_103_200),
        ("2021-03-16T23:59:00-05:30", 1_615_958_940), ("1970-01-01T00:00:00+00:00", 0),
        ("1969-12-31T19:00:00-05:00", 0), ("1960-02-29T12:00:00+01:00", -310_482_000),
    ])
    func `an appointment's start is written and read the same`(
        text: String,
        seconds: Int
    ) throws {
        let start = try #require(AppointmentTime(iso8601: text))
        #expect(start.iso8601 == text)
        #expect(start.epochSeconds == seconds)
        #expect(start.instant == Date(timeIntervalSince1970: Double(seconds)))
    }

    @Test(arguments: [
        "", "2021-03-16T09:10:00Z", "2021-03-16T09:10+01:00", "2021-03-16 09:10:00+01:00",
        "2021-03-16T09:10:01+01:00", "2021-03-16T24:00:00+01:00", "2021-03-16T09:60:00+01:00",
        "2021-03-16T9a:10:00+01:00", "2021-03-16T09.10.00+01.00", "2021-03-16T09:10:00*01:00",
        "2021-03-16T09:10:00+01:xx", "2021-03-16T09:10:00+01:60", "2021-03-16T09:10:00+24:00",
        "2021-03-16T/9:10:00+01:00", "2021-02-29T09:10:00+01:00", "2021-03-16T0ä:1000+01:00",
    ])
    func `what was not written as a start is not read as one`(text: String) {
        #expect(AppointmentTime(iso8601: text) == nil)
    }

    @Test func `starts are ordered by instant, not by wall clock`() throws {
        let summer = try #require(AppointmentTime(iso8601: "2021-10-31T02:30:00+02:00"))
        let winter = try #require(AppointmentTime(iso8601: "2021-10-31T02:10:00+01:00"))
        #expect(summer < winter)
        #expect(summer.local > winter.local)
    }
}
