package import Foundation
package import MailImport

/// What a file is and how it would be read; nothing is stored.
package struct FileInspection: Sendable {
    /// The file's name, without its folder.
    package let name: String
    package let inspection: ScheduleInspection

    /// - Parameters:
    ///   - path: The file.
    ///   - options: What somebody says about it.
    ///   - asOf: When appointments are expected.
    ///   - zone: The authority's.
    /// - Throws: `FileError`, `ScheduleError`.
    package init(
        of path: String,
        options: ReadingOptions,
        asOf: Date,
        zone: TimeZone
    ) throws {
        let schedule = try ScheduleFile(path)
        var options = options
        options.dayInName = DayInFileName.day(in: schedule.name)
        name = schedule.name
        inspection = try ScheduleInspection.read(
            source: schedule.source,
            options: options,
            asOf: asOf,
            zone: zone
        )
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
