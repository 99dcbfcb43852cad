import MailCore
import MailImport
import TestSupport
import Testing

struct DayPlausibilityTests {
    /// Working days from Monday 1 March 2021, with 250 rows each, and what else is said.
    private func counts(_ other: [String: Int]) throws -> [LocalDay: Int] {
        var counts: [LocalDay: Int] = [:]
        let monday = try Schedules.day("2021-03-01").daysSinceEpoch
        for number in 0..<26 {
            let day = LocalDay(daysSinceEpoch: monday + number)
            if day.weekday < 5 { counts[day] = 250 }
        }
        for (day, count) in other { counts[try Schedules.day(day)] = count }
        return counts
    }

    private func warning(
        _ other: [String: Int],
        from first: String = "2021-03-16",
        to last: String = "2021-03-19"
    ) throws -> String? {
        DayPlausibility.warning(
            counts: try counts(other),
            chosen: try Schedules.day(first)...Schedules.day(last)
        )?.description
    }

    @Test func `days like the others are not odd`() throws {
        #expect(try warning([:]) == nil)
        #expect(try warning(["2021-03-16": 84, "2021-03-17": 750]) == nil)
    }

    @Test func `a working day with far fewer or more rows is odd`() throws {
        #expect(
            try warning(["2021-03-16": 83])
                == """
                1 of 4 chosen days is unlike the other days of the file, which have 250 rows in the \
                middle: Tue 2021-03-16 with 83 rows. Check the days, and whether the file is \
                complete.
                """
        )
        let both = try #require(try warning(["2021-03-16": 1, "2021-03-17": 751]))
        #expect(both.contains("2 of 4 chosen days are unlike"))
        #expect(both.contains("Tue 2021-03-16 with 1 row, Wed 2021-03-17 with 751 rows"))
    }

    @Test func `a quiet Saturday is not odd, a crowded one is`() throws {
        let days = ["2021-03-20": 10]
        #expect(try warning(days, to: "2021-03-20") == nil)
        let crowded = try #require(try warning(["2021-03-20": 900], to: "2021-03-20"))
        #expect(crowded.contains("Sat 2021-03-20 with 900 rows"))
    }

    @Test func `chosen days without rows are named`() throws {
        let gap = try #require(try warning(["2021-03-17": 0, "2021-03-18": 0]))
        #expect(
            gap.hasPrefix("2 of 4 chosen days have no row: Wed 2021-03-17, Thu 2021-03-18. Check")
        )
        let none = try #require(try warning([:], from: "2021-05-01", to: "2021-05-04"))
        #expect(none.hasPrefix("The file has no row on any of the chosen days (Sat 2021-05-01 to"))
        let long = try #require(try warning([:], to: "2021-04-02"))
        #expect(long.hasPrefix("5 of 18 chosen days have no row: Mon 2021-03-29, "))
        #expect(long.contains("Wed 2021-03-31 and 2 more"))
    }

    @Test func `an empty Sunday is odd only where others are not empty`() throws {
        #expect(try warning([:], to: "2021-03-21") == nil)
        let sunday = try #require(try warning(["2021-03-07": 9], to: "2021-03-21"))
        #expect(sunday.hasPrefix("1 of 6 chosen days has no row: Sun 2021-03-21. Check"))
    }

    @Test func `few other days say nothing`() throws {
        var counts: [LocalDay: Int] = [:]
        for (number, count) in [30, 250, 250, 250, 19].enumerated() {
            counts[LocalDay(daysSinceEpoch: 18_701 + number)] = count
        }
        let first = LocalDay(daysSinceEpoch: 18_701)
        #expect(DayPlausibility.warning(counts: counts, chosen: first...first) == nil)
        counts[LocalDay(daysSinceEpoch: 18_705)] = 20
        let warning = DayPlausibility.warning(counts: counts, chosen: first...first)
        #expect(warning?.contains("with 30 rows") == true)
    }
}
