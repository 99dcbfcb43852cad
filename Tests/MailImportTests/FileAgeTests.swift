import Foundation
import MailCore
import MailImport
import Testing

@testable import struct MailImport.StatedTime

/// How fresh an export is.
struct FileAgeTests {
    @Test(arguments: [
        ("Terminliste KW 11 - Stand: 15.03.2021 15:40 Uhr", "2021-03-15 15:40"),
        ("Stand 15.03.2021, 15:40 Uhr", "2021-03-15 15:40"),
        ("STAND: Mo, 15. März 2021 15.40 Uhr", "2021-03-15 15:40"),
        ("Liste, exportiert am 2021-03-15 15:40:12", "2021-03-15 15:40"),
        ("Erstellt am: 15.03.2021 15:40 von der Leitstelle", "2021-03-15 15:40"),
        ("Stand: 15.03.2021", "2021-03-15"),
    ])
    func `a title tells when the list was made`(line: String, time: String) throws {
        #expect(try #require(StatedTime(parsing: line)).description == time)
    }

    @Test(arguments: [
        "Termine vom 16.03.2021 bis 21.03.2021", "Impfzentrum Musterkreis", "Stand: heute",
        "Standort Halle 2, 16.03.2021", "Stand: 03/04/2021", "Stand: 31.02.2021", "",
    ])
    func `other titles tell nothing`(line: String) {
        #expect(StatedTime(parsing: line) == nil)
    }

    @Test func `the title above a header is found in whatever cells it stands`() throws {
        let schedule = try Schedules.read(
            """
            Impfzentrum Musterkreis;;;
            Stand:;15.03.2021;15:40 Uhr;
            Name;E-Mail;Datum;Uhrzeit
            Alma Ahorn;a.ahorn@example.org;16.03.2021;09:10
            """
        )
        #expect(schedule.statedAt?.description == "2021-03-15 15:40")
        #expect(try Schedules.read(rows: "B1;A;B;c@example.org;;16.03.2021;09:10;").statedAt == nil)
    }

    @Test(arguments: [
        (0, nil), (3_600, nil), (3_601, "60 minutes"), (7_199, "119 minutes"), (7_200, "2 hours"),
        (172_799, "47 hours"), (172_800, "2 days"), (-600, nil),
    ])
    func `a file older than an hour lacks bookings`(seconds: Int, age: String?) throws {
        let warnings = try warnings(age: seconds)
        #expect(warnings.count == (age == nil ? 0 : 1))
        if let age { #expect(warnings.first?.contains("\(age) old") == true) }
    }

    @Test(arguments: [
        ("2021-03-15T16:40:00+01:00", false), ("2021-03-15T16:40:01+01:00", true),
        ("2021-03-15T15:00:00+01:00", false),
    ])
    func `the title is judged by the campaign's moment, the disk by the clock`(
        asOf: String,
        isOld: Bool
    ) throws {
        let stated = try #require(StatedTime(parsing: "Stand: 15.03.2021 15:40 Uhr"))
        let warnings = try warnings(age: 10, stated: stated, asOf: asOf)
        #expect(warnings.contains { $0.contains("2021-03-15 15:40") } == isOld)
        #expect(warnings.count == (isOld ? 1 : 0))
    }

    @Test(arguments: [("2021-03-16T00:59:00+01:00", false), ("2021-03-16T01:00:00+01:00", true)])
    func `a title with the day alone may mean its last minute`(asOf: String, isOld: Bool) throws {
        let stated = try #require(StatedTime(parsing: "Stand: 15.03.2021"))
        #expect(try !warnings(age: 10, stated: stated, asOf: asOf).isEmpty == isOld)
    }

    private func warnings(
        age: Int,
        stated: StatedTime? = nil,
        asOf: String = "2021-03-15T18:00:00+01:00"
    ) throws -> [String] {
        FileAge.warnings(
            changedAt: 1_800_000_000 - age,
            readAt: Date(timeIntervalSince1970: 1_800_000_000.5),
            stated: stated,
            asOf: try Date(asOf, strategy: .iso8601),
            zone: try Schedules.berlin()
        ).map(\.description)
    }
}
