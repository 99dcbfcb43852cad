import Foundation
import MailCore
import MailImport

/// Reads schedules that stand in the test.
enum Schedules {
    static let header = "Buchungs-ID;Nachname;Vorname;E-Mail;Telefon;Datum;Uhrzeit;Status"

    /// The week of the incident, judged on the day before.
    static func selection(services: [String] = [], sites: [String] = []) throws -> Selection {
        Selection(
            days: try day("2021-03-16")...day("2021-03-21"),
            services: services,
            sites: sites,
            asOf: Date(timeIntervalSince1970: 1_615_820_400),
            timeZone: try berlin()
        )
    }

    /// One day, judged as before.
    static func selection(on day: String) throws -> Selection {
        let usual = try selection()
        let chosen = try Self.day(day)
        return Selection(
            days: chosen...chosen,
            services: [],
            sites: [],
            asOf: usual.asOf,
            timeZone: usual.timeZone
        )
    }

    static func berlin() throws -> TimeZone {
        guard let zone = TimeZone(identifier: "Europe/Berlin") else { throw Missing() }
        return zone
    }

    static func day(_ text: String) throws -> LocalDay {
        guard let day = LocalDay(iso8601: text) else { throw Missing() }
        return day
    }

    /// Rows below `header`, separated by line feeds.
    static func read(rows: String...) throws -> ScheduleImport {
        try read(([header] + rows).joined(separator: "\n"))
    }

    static func read(
        _ text: String,
        services: [String] = [],
        sites: [String] = [],
        map: [String] = [],
        ignored: [String] = [],
        own: Set<EmailAddress> = [],
        notice: @escaping (Contact, AppointmentTime) -> EarlierNotice = { _, _ in .none }
    ) throws -> ScheduleImport {
        var options = ReadingOptions()
        options.columns = try map.map { try ColumnOverride(parsing: $0) }
        options.ignored = ignored
        // Scenes of few rows end as they like.
        options.isComplete = true
        return try ScheduleImport.read(
            source: ScheduleSource(bytes: Array(text.utf8), chunkSize: 7),
            selection: selection(services: services, sites: sites),
            options: options,
            ownAddresses: own,
            notice: notice
        )
    }

    static func read(
        bytes: [UInt8],
        options: ReadingOptions = ReadingOptions()
    ) throws -> ScheduleImport {
        try ScheduleImport.read(
            source: ScheduleSource(bytes: bytes, chunkSize: 5),
            selection: selection(),
            options: options
        )
    }

    static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return isLittle ? bytes : bytes.reversed()
        }
    }

    /// Windows-1252 of a text whose characters are all Latin-1.
    static func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8($0.value) }
    }

    static func classes(_ schedule: ScheduleImport) -> [RowClass] { schedule.rows.map(\.rowClass) }

    /// The error of a schedule that is refused.
    static func refusal(_ body: () throws -> ScheduleImport) -> ScheduleError? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? ScheduleError
        }
    }

    struct Missing: Error {}
}

extension ScheduleImport {
    /// The rows that a person should look at.
    var problems: [ClassifiedRow] { rows.filter(\.rowClass.isProblem) }

    var counts: [RowClass: Int] { rows.classCounts }

    /// Nil for a workbook.
    var textForm: TextForm? { if case .text(let form) = form { form } else { nil } }
}

extension ColumnContents {
    /// The mapping without the columns that hold something else.
    func checked() throws(ScheduleError) -> ColumnMapping {
        let (mapping, problems) = findings()
        if let problem = problems.first { throw problem }
        return mapping
    }
}

extension DateColumn {
    /// The first and the last certain day; nil if there is none.
    func days(in format: DateFormat) -> ClosedRange<LocalDay>? {
        let days = counts(in: format).keys
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }
}
