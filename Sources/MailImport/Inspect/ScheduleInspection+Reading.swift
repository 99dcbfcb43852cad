import MailCore
package import struct Foundation.Date
package import struct Foundation.TimeZone

extension ScheduleInspection {
    /// Looks at a file as `ScheduleImport.read` does, and goes on where that would refuse it.
    ///
    /// - Parameters:
    ///   - source: The raw export; it is opened several times.
    ///   - options: What options say about the file; they win over what is found.
    ///   - asOf: Says what the current year is.
    ///   - zone: The authority's time zone.
    /// - Returns: All that can be said; whatever keeps the file from being planned stands in
    ///   `problems`.
    /// - Throws: `ScheduleError` for a file of which it is not even known how to read it, and
    ///   whatever `source` throws.
    package static func read(
        source: ScheduleSource,
        options: ReadingOptions = ReadingOptions(),
        asOf: Date,
        zone: TimeZone
    ) throws -> ScheduleInspection {
        var options = options
        var file = try ScheduleFileReading(source, options)
        let refusal = file.refusedRows
        if refusal != nil {
            options.hiddenRows = .use
            file = try ScheduleFileReading(source, options)
        }
        var inspection = ScheduleInspection(form: file.form)
        inspection.problems = [refusal].compactMap(\.self)
        guard let schedule = try inspection.noting({ try OpenedSchedule(finding: file, options) })
        else { return inspection }
        inspection.take(schedule)
        var survey = ColumnSurvey(schedule, options, asOf: asOf, chosen: nil, zone: zone)
        try inspection.noting {
            try schedule.forEachRow {
                survey.take($0)
                return .more
            }
        }
        let (columns, problems) = survey.findings()
        if schedule.headerCandidates.isEmpty { inspection.problems += problems }
        inspection.warnings += columns.warnings
        inspection.dateOrder = columns.dateOrder
        var rows = InspectedRows(
            schedule,
            columns,
            options,
            zone: zone,
            births: BirthYears(asOf: LocalDay(of: asOf, in: zone).year)
        )
        let end = try inspection.noting {
            try schedule.forEachRow {
                rows.take($0)
                return .more
            }
        }
        inspection.isWhole = end != nil
        inspection.warnings += end?.warnings ?? []
        rows.finish(&inspection)
        return inspection
    }

    /// Does what may find the file unusable, and goes on all the same; nil if it did.
    @discardableResult
    private mutating func noting<Result>(_ body: () throws -> Result) throws -> Result? {
        do {
            return try body()
        } catch let error as ScheduleError {
            // Each reading meets it again.
            if !problems.contains(error) { problems.append(error) }
            return nil
        }
    }

    private mutating func take(_ schedule: OpenedSchedule) {
        layout = schedule.mapping.profile?.name
        headerRow = schedule.headerCandidates.isEmpty ? schedule.headerRow : nil
        headerLine = schedule.headerLine
        headerCandidates = schedule.headerCandidates
        skippedLines = schedule.titleLines
        problems += schedule.problems
    }
}

extension ScheduleFileReading {
    /// The error about hidden rows of a workbook that nobody decided about; nil without them.
    fileprivate var refusedRows: ScheduleError? {
        guard case .workbook(_, hiddenRows: .refuse) = form else { return nil }
        do {
            try records.forEachRecord { _ in .enough }
            return nil
        } catch {
            return error as? ScheduleError
        }
    }
}
