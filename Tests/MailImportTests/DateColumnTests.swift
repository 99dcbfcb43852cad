import Foundation
import MailCore
import MailImport
import Testing

struct DateColumnTests {
    @Test(arguments: [
        (["16/03/2021", "03/04/2021"], ["2021-03-16", "2021-04-03"]),
        (["03/04/2021", "3/16/2021"], ["2021-03-04", "2021-03-16"]),
        (["03-04-2021", "16-03-2021"], ["2021-04-03", "2021-03-16"]),
        (["16/03/21", "20/03/21"], ["2021-03-16", "2021-03-20"]),
        (["03/03/2021", "04/04/2021"], ["2021-03-03", "2021-04-04"]),
        (
            ["Di, 16. März 2021", "16.03.2021", "44271"],
            ["2021-03-16", "2021-03-16", "2021-03-16"]
        ),
        (["2021/03/16", "2021-04-05", "5.4.21"], ["2021-03-16", "2021-04-05", "2021-04-05"]),
    ])
    func `one row proves how the others are meant`(cells: [String], days: [String]) throws {
        #expect(try DateScene.readings(cells).map { $0?.prefix(10) } == days.map { $0.prefix(10) })
    }

    @Test func `the columns of the sample exports are proven`() throws {
        #expect(
            try DateScene.readings([
                "Di, 16. März 2021", "Mi, 16.03.2021", "44271", "3",
            ]) == ["2021-03-16T09:10:00+01:00", nil, "2021-03-16T09:10:00+01:00", nil]
        )
        let bookings = ["3/16/2021 9:30 AM", "3/16/2021 9:40 AM", "3/21/2021 12:05 PM"]
        for chosen in [nil, DateOrder.mdy] {
            var reader = try DateScene.reader(bookings, chosen: chosen)
            #expect(
                bookings.map { reader.read(start: $0, time: "").shown } == [
                    "2021-03-16T09:30:00+01:00", "2021-03-16T09:40:00+01:00",
                    "2021-03-21T12:05:00+01:00",
                ]
            )
        }
        #expect(try DateScene.refusal(bookings, chosen: .dmy)?.contains("mdy") == true)
    }

    @Test func `without proof, three examples show the doubt`() throws {
        let refusal = try DateScene.refusal(
            ["03/04/2021", "03/04/2021", "03/03/2021", "5-6-21", "07/08/2021 9:10", "01/02/2021"]
        )
        #expect(
            refusal
                == """
                The order of day and month is not certain: row 2: 03/04/2021 is 3 April 2021 or 4 \
                March 2021; row 5: 05-06-21 is 5 June 2021 or 6 May 2021; row 6: 07/08/2021 is 7 \
                August 2021 or 8 July 2021. Say which it is: --date-order dmy for the day first, \
                --date-order mdy for the month first.
                """
        )
    }

    @Test func `a two-digit year in front proves nothing`() throws {
        let refusal = try #require(try DateScene.refusal(["20/03/21", "21/03/20"]))
        #expect(refusal.contains("row 2: 20/03/21 is 20 March 2021 or 21 March 2020"))
    }

    @Test func `rows that contradict each other are named`() throws {
        let refusal = try #require(
            try DateScene.refusal(["03/04/2021", "16/03/2021", "3/17/2021", "3/18/2021"])
        )
        #expect(refusal.contains("row 3 has the day first (16/03/2021)"))
        #expect(refusal.contains("row 4 has the month first (03/17/2021)"))
        // The one row may be a slip, the two are not.
        #expect(refusal.contains("--date-order mdy leaves them"))
        #expect(!refusal.contains("--date-order dmy"))
    }

    @Test func `an order that is chosen wins over a slip`() throws {
        let cells = ["03/04/2021", "16/03/2021", "05/06/2021"]
        #expect(
            try DateScene.readings(cells, chosen: .mdy).map { $0?.prefix(10) }
                == ["2021-03-04", nil, "2021-05-06"]
        )
        #expect(
            try DateScene.readings(cells, chosen: .dmy).map { $0?.prefix(10) }
                == ["2021-04-03", "2021-03-16", "2021-06-05"]
        )
        var reader = try DateScene.reader(cells, chosen: .mdy)
        let doubt = try #require(reader.read(start: "16/03/2021", time: "09:10").doubt)
        #expect(doubt.contains("order"))
    }

    @Test func `an order that many rows contradict is no choice`() throws {
        let cells = ["03/04/2021", "16/03/2021", "17/03/2021", "18/03/2021"]
        let refusal = try #require(try DateScene.refusal(cells, chosen: .mdy))
        #expect(refusal.contains("said to be mdy, but 3 rows"))
        #expect(refusal.contains("row 3: 16/03/2021"))
        #expect(refusal.contains("Say --date-order dmy"))
        let mixed = try #require(
            try DateScene.refusal(cells + ["3/19/2021", "3/20/2021"], chosen: .mdy)
        )
        #expect(!mixed.contains("--date-order"))
    }

    @Test func `numbers are days only where all of them are days of now`() throws {
        let days = ["44271", "44272,385416667", "Summe", "3"]
        #expect(
            try DateScene.readings(days).map { $0?.prefix(10) } == ["2021-03-16", nil, nil, nil]
        )
        #expect(try DateScene.readings(["44271", "12345"]) == [nil, nil])
        #expect(try DateScene.readings(["42809"]) == [nil])
    }

    @Test func `a workbook may count from 1904`() throws {
        let column = try DateScene.column(["42809"], serials: .since1904)
        let format = try column.format(chosen: nil)
        #expect(column.counts(in: format) == [try Schedules.day("2021-03-16"): 1])
        let other = try DateScene.column(["44271"], serials: .since1904)
        #expect(other.counts(in: try other.format(chosen: nil)).isEmpty)
    }

    @Test func `a year that many rows share is history, and not a slip`() throws {
        let now = Array(repeating: "16.03.2021", count: 495)
        func isRead(_ cell: String, times: Int, among others: [String] = now) throws -> Bool {
            let cells = others + Array(repeating: cell, count: times)
            return try DateScene.readings(cells).last.flatMap(\.self) != nil
        }
        #expect(try isRead("16.03.2019", times: 5))
        #expect(try !isRead("16.03.2019", times: 4, among: ["16.03.2021"]))
        #expect(try !isRead("16.03.2019", times: 5, among: now + now))
        #expect(try isRead("16.03.2019", times: 10, among: now + now))
        // A coming year is no history, and two digits are no year of their own.
        #expect(try !isRead("31.12.2099", times: 400))
        #expect(try !isRead("16.03.19", times: 400))
        #expect(try isRead("16.03.2020", times: 1))
        #expect(try isRead("16.03.22", times: 1))
    }

    @Test func `cells in which a spreadsheet exchanged day and month are doubtful`() throws {
        // 3/4/2021 to 3/12/2021 became dates of a German spreadsheet, the others stayed text.
        let cells = (1...12).map { "03.\($0).2021" } + (13...31).map { "3/\($0)/2021" }
        let readings = try DateScene.readings(cells)
        #expect(readings[2] == "2021-03-03T09:10:00+01:00")
        #expect(readings[..<12].compactMap(\.self).count == 1)
        #expect(readings[12...].allSatisfy { $0 != nil })
        var reader = try DateScene.reader(cells)
        #expect(reader.read(start: "03.04.2021", time: "09:10").doubt?.contains("spread") == true)
    }

    @Test func `a list with dates of two kinds is not suspicious by itself`() throws {
        let cells = (1...12).map { "\($0).03.2021" } + ["16/03/2021", "17/03/2021"]
        #expect(try DateScene.readings(cells).allSatisfy { $0?.hasPrefix("2021-03-") == true })
    }

    @Test func `midnight is a time only where other rows have times`() throws {
        var bare = try DateScene.reader(["16.03.2021 00:00", "17.03.2021 00:00"])
        #expect(bare.read(start: "16.03.2021 00:00", time: "").doubt?.contains("no time") == true)
        #expect(bare.read(start: "16.03.2021 00:00", time: "09:10").doubt == nil)
        var timed = try DateScene.reader(["16.03.2021 00:00", "17.03.2021 00:10"])
        #expect(timed.read(start: "16.03.2021 00:00", time: "").doubt == nil)
    }

    @Test func `a time without AM or PM is half a time where others have them`() throws {
        var reader = try DateScene.reader(["3/16/2021 9:30 AM", "3/16/2021 1:30"])
        #expect(reader.read(start: "3/16/2021 1:30", time: "").doubt?.contains("AM or PM") == true)
        #expect(reader.read(start: "3/16/2021 13:30", time: "").doubt == nil)

        var column = try DateScene.column([])
        column.add("16.03.2021", time: "9:30 AM", row: 2)
        column.add("16.03.2021", time: "1:30", row: 3)
        var beside = StartReader(
            zone: try Schedules.berlin(),
            format: try column.format(chosen: nil)
        )
        #expect(beside.read(start: "16.03.2021", time: "1:30").doubt?.contains("AM or PM") == true)
        #expect(beside.read(start: "16.03.2021", time: "0,385416667").doubt == nil)
    }

    @Test func `the days of a column are counted as they are read`() throws {
        let column = try DateScene.column([
            "16.03.2021", "Di, 16. März 2021", "", " ", "Mi, 16.03.2021", "16.03.2012", "44273",
            "2021-03-16T23:30:00Z", "irgendwann", "16.03.2021",
        ])
        let format = try column.format(chosen: nil)
        let (first, second, third) = try (
            Schedules.day("2021-03-16"), Schedules.day("2021-03-17"), Schedules.day("2021-03-18")
        )
        #expect(column.counts(in: format) == [first: 3, second: 1, third: 1])
        #expect(column.days(in: format) == first...third)
        // When people booked has seconds, and must be recognisable by its days.
        let bookings = try DateScene.column(["2021-03-16 14:23:51", "44272.5998"])
        #expect(bookings.days(in: try bookings.format(chosen: nil)) == first...second)
        let empty = try DateScene.column(["", "-"])
        #expect(empty.days(in: try empty.format(chosen: nil)) == nil)
    }

    @Test func `serials count as spreadsheets do`() throws {
        #expect(SerialDays.since1900.day(1) == LocalDay(year: 1900, month: 1, day: 1))
        #expect(SerialDays.since1900.day(59) == LocalDay(year: 1900, month: 2, day: 28))
        #expect(SerialDays.since1900.day(60) == nil)
        #expect(SerialDays.since1900.day(61) == LocalDay(year: 1900, month: 3, day: 1))
        #expect(SerialDays.since1900.day(0) == nil)
        #expect(SerialDays.since1900.day(44_271) == LocalDay(year: 2021, month: 3, day: 16))
        #expect(SerialDays.since1900.day(2_958_465) == LocalDay(year: 9999, month: 12, day: 31))
        #expect(SerialDays.since1900.day(2_958_466) == nil)
        #expect(SerialDays.since1904.day(0) == LocalDay(year: 1904, month: 1, day: 1))
        #expect(SerialDays.since1904.day(42_809) == LocalDay(year: 2021, month: 3, day: 16))
        #expect(SerialDays.since1904.day(2_957_003) == LocalDay(year: 9999, month: 12, day: 31))
        #expect(SerialDays.since1904.day(2_957_004) == nil)
    }

    @Test func `no refusal shows what else stands in a cell`() throws {
        let cells = ["03/04/2021 9:10", "04/05/2021 Erika Beispiel", "05/06/2021 9:20"]
        let refusal = try #require(try DateScene.refusal(cells))
        #expect(!refusal.contains("Erika"))
        #expect(!refusal.contains("row 3"))
    }
}
