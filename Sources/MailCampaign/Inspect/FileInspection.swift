package import Foundation
import MailImport

/// Looks at a file: what it is and how it would be read.
///
/// Nothing is stored.
package enum FileInspection {
    /// - Parameters:
    ///   - path: The file.
    ///   - choice: What somebody says about it.
    ///   - asOf: The moment somebody named, as they typed it; nil for now.
    ///   - now: The moment otherwise; appointments are expected about it.
    ///   - zone: The authority's.
    /// - Returns: What was found, and what to type next.
    /// - Throws: `FileError`, `ScheduleError`, `WrongRequest`.
    package static func look(
        at path: String,
        _ choice: ReadingChoice,
        asOf: String?,
        now: Date,
        zone: TimeZone
    ) throws -> InspectReport {
        let moment = try asOf.map { try WrittenMoment.moment($0, in: zone, option: "--as-of") }
        let schedule = try ScheduleFile(path)
        var options = try choice.options()
        options.dayInName = DayInFileName.day(in: schedule.name)
        let inspection = try ScheduleInspection.read(
            source: schedule.source,
            options: options,
            asOf: moment ?? now,
            zone: zone
        )
        let next = NextCommand(file: path, asOf: asOf, choice: choice, inspection: inspection)
        return InspectReport(name: schedule.name, inspection: inspection, next: next)
    }

    /// The zone to look at a file with: the configuration's, if there is one; otherwise Berlin's.
    package static func zone(
        configuration path: String?,
        in surroundings: Surroundings
    ) throws -> TimeZone {
        try ConfigurationFile.timeZone(named: path, in: surroundings)
            ?? TimeZone(identifier: "Europe/Berlin") ?? .gmt
    }
}
