package import MailCore

/// A schedule, read and classified: every data row in exactly one class.
package struct ScheduleImport: Sendable {
    /// Data rows in file order: all of them, or, where the others were handed out, those whose data
    /// is kept.
    package let rows: [ClassifiedRow]
    /// How many data rows the file has.
    package let rowCount: Int
    package let form: ScheduleForm
    /// The name of the layout that was followed; nil without one.
    package let profile: String?
    /// The line on which the header begins; nil for a file without one.
    package let headerLine: Int?
    /// The columns that were used.
    package let mappedColumns: [MappedColumn]
    /// The columns that were discarded, in file order.
    package let discardedColumns: [DiscardedColumn]
    /// How many appointments each day has, whatever the class of their rows.
    package let days: [LocalDay: Int]
    /// Whether, and by what, it is known if the day or the month comes first.
    package let dateOrder: DateOrderFinding
    /// What somebody should know before anything is sent, in plain sentences.
    package let warnings: [PlanWarning]
    /// Lines that are no data rows: titles above the header, a sum below the list.
    ///
    /// Blank lines and the `sep=` line are not among them.
    package let skippedLines: [Int]
    /// When the list was made, if a line above the header says so.
    package let statedAt: StatedTime?
    /// Rows that would be tests if `--real` did not name them.
    package let takenForReal: Set<Int>

    /// Takes a row that needs no more than its class: nothing of the person is in it.
    package typealias Receiver = (ClassifiedRow) throws -> Void

    /// Reads a schedule from its bytes to classified rows.
    ///
    /// - Parameters:
    ///   - source: The raw export; it is opened several times.
    ///   - selection: Which appointments are cancelled.
    ///   - options: What options say about the file; they win over what is found.
    ///   - ownAddresses: Mailboxes of the authority. Rows with one of them get no message.
    ///   - notice: What earlier campaigns told this person of this appointment.
    ///   - dropped: Takes the rows whose data is not kept, in file order, so that they need no
    ///     memory; without it they are among `rows`.
    /// - Returns: Every data row in its class, and how the file was read.
    /// - Throws: `ScheduleError` if the file cannot be used, and whatever the closures throw.
    package static func read(
        source: ScheduleSource,
        selection: Selection,
        options: ReadingOptions = ReadingOptions(),
        ownAddresses: Set<EmailAddress> = [],
        notice: @escaping (Contact, AppointmentTime) throws -> EarlierNotice = { _, _ in .none },
        dropped: Receiver? = nil
    ) throws -> ScheduleImport {
        let schedule = try OpenedSchedule(source, options)
        var survey = ColumnSurvey(
            schedule,
            options,
            asOf: selection.asOf,
            chosen: selection.days,
            zone: selection.timeZone
        )
        try schedule.forEachRow {
            survey.take($0)
            return .more
        }
        var table = try ScheduleTable(
            schedule,
            survey.finish(),
            options,
            selection: selection,
            notice: notice,
            dropped: dropped
        )
        table.completion = try schedule.forEachRow {
            try table.take($0)
            return .more
        }
        try table.finish()
        var census = table.census
        if census != nil {
            try schedule.forEachRow {
                census?.take($0)
                return .more
            }
        }
        return table.result(
            of: schedule,
            census?.people ?? SharedAddresses(),
            ownAddresses: Set(ownAddresses.map(\.comparisonKey))
        )
    }
}
