import MailCore
import MailImport
import TestSupport
import Testing

/// Rows on a chosen day of the year before or after.
struct YearSlipTests {
    /// 250 rows on each of the chosen days, and what else is said.
    private func warnings(
        _ other: [String: Int],
        from first: String = "2021-03-16",
        to last: String = "2021-03-19",
        each rows: Int = 250
    ) throws -> [String] {
        let chosen = try Schedules.day(first)...Schedules.day(last)
        var counts: [LocalDay: Int] = [:]
        for number in chosen.lowerBound.daysSinceEpoch...chosen.upperBound.daysSinceEpoch {
            counts[LocalDay(daysSinceEpoch: number)] = rows
        }
        for (day, count) in other { counts[try Schedules.day(day)] = count }
        return DayPlausibility.yearWarnings(counts: counts, chosen: chosen).map(\.description)
    }

    @Test func `a single row of the year before is told`() throws {
        #expect(
            try warnings(["2020-03-16": 1]) == [
                """
                1 row lies exactly one year before a chosen day (Mon 2020-03-16 with 1 row), and \
                the file has hardly any others around then: if the year is a slip, nobody is told \
                who should be, so correct it in the export and plan again.
                """
            ]
        )
    }

    @Test func `rows of both years are told apart`() throws {
        let both = try warnings(["2020-03-16": 2, "2020-03-19": 3, "2022-03-17": 1])
        #expect(both.count == 2)
        #expect(both[0].hasPrefix("5 rows lie exactly one year before a chosen day"))
        #expect(both[0].contains("(Mon 2020-03-16 with 2 rows, Thu 2020-03-19 with 3 rows)"))
        #expect(both[1].contains("1 row lies exactly one year after a chosen day (Thu 2022-03-17"))
    }

    @Test(arguments: [
        ["2020-03-15": 1, "2020-03-20": 1], ["2019-03-16": 1], ["2020-03-16": 6],
        ["2020-03-16": 1, "2020-04-16": 5], ["2020-03-16": 1, "2020-02-14": 5], [:],
    ])
    func `other days, many rows, or rows around them are no slip`(other: [String: Int]) throws {
        #expect(try warnings(other) == [])
    }

    @Test func `rows more than a month away say nothing of it`() throws {
        let far = ["2020-03-16": 1, "2020-02-13": 250, "2020-04-17": 250, "2020-12-14": 250]
        #expect(try warnings(far).count == 1)
    }

    @Test func `in January the year before is full of rows, and last January is not`() throws {
        let days = ["2020-12-01": 250, "2020-12-21": 250, "2020-01-04": 1]
        #expect(try warnings(days, from: "2021-01-04", to: "2021-01-08").count == 1)
    }

    @Test func `one row in five is no slip any more`() throws {
        #expect(try warnings(["2020-03-16": 1], to: "2021-03-16", each: 5).count == 1)
        #expect(try warnings(["2020-03-16": 1], to: "2021-03-16", each: 4) == [])
    }

    @Test func `a leap day has no neighbour, and chosen years are no slips`() throws {
        let leap = try warnings(["2023-03-01": 1], from: "2024-02-29", to: "2024-02-29")
        #expect(leap == [])
        #expect(try warnings([:], from: "2021-01-01", to: "2022-06-30", each: 1) == [])
    }

    @Test func `an archive of years is never told`() throws {
        var years: [String: Int] = [:]
        for number in try Schedules.day("2019-01-01")
            .daysSinceEpoch..<Schedules.day("2021-03-16").daysSinceEpoch
        {
            // As little as it may be: an appointment every week.
            if number % 7 == 0 { years["\(LocalDay(daysSinceEpoch: number))"] = 1 }
        }
        for day in 0..<7 {
            let chosen = LocalDay(
                daysSinceEpoch: try Schedules.day("2021-03-16").daysSinceEpoch + day
            )
            #expect(try warnings(years, from: "\(chosen)", to: "\(chosen)") == [])
        }
    }

    @Test func `the plan warns of a slip in the file, without anybody's data`() throws {
        let rows = (1...20).map {
            "\($0);Beispiel;Erika \($0);p\($0)@example.org;;16.03.2021;09:10;"
        }
        let slip = "21;Beispiel;Max;max@example.org;;16.03.2020;09:10;"
        let schedule = try Schedules.read(
            ([Schedules.header] + rows + [slip]).joined(separator: "\n")
        )
        #expect(schedule.rows.last?.rowClass == .outOfWindow)
        let warning = try #require(schedule.warnings.first { $0.contains("one year before") })
        #expect(!warning.contains("Beispiel") && !warning.contains("@"))
        let without = try Schedules.read(([Schedules.header] + rows).joined(separator: "\n"))
        #expect(!without.warnings.contains { $0.contains("one year") })
    }
}
