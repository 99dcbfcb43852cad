/// A schedule, read and classified: every data row in exactly one class.
package struct ScheduleImport: Sendable {
    /// All data rows in file order.
    package let rows: [ClassifiedRow]
    /// One for each row that a person should look at, in file order.
    package let problems: [ImportProblem]
    package let encoding: ScheduleEncoding
    package let delimiter: Delimiter
    /// The line on which the header begins.
    package let headerLine: Int
    /// The columns that were used.
    package let mappedColumns: [MappedColumn]
    /// Headers of the columns that were dropped, in file order; `column N` where it is empty.
    package let discardedColumns: [String]
    /// Lines that are no data rows: titles above the header, a sum below the list.
    ///
    /// Blank lines and the `sep=` line are not among them.
    package let skippedLines: [Int]
    /// Addresses on two to four people among the rows of class `send`.
    package let sharedAddresses: Int

    /// Rows per class, zeros included.
    ///
    /// Computed from the rows, so that the sum always holds.
    package var counts: [RowClass: Int] { rows.classCounts }

    /// Reads a schedule from its bytes to classified rows.
    ///
    /// - Parameters:
    ///   - source: The raw CSV export; it is opened twice.
    ///   - selection: Which appointments are cancelled.
    ///   - overrides: The operator's words about columns; they win over the synonyms.
    ///   - ownAddresses: Mailboxes of the authority. Rows with one of them get no message.
    ///   - isNotified: Whether an earlier campaign told this person of this appointment.
    /// - Returns: Every data row in its class, and how the file was read.
    /// - Throws: `ScheduleError` if the file cannot be used, and whatever `source` throws.
    package static func read(
        source: ScheduleSource,
        selection: Selection,
        mapping overrides: [ColumnOverride] = [],
        ownAddresses: Set<EmailAddress> = [],
        isNotified: @escaping (Contact, AppointmentTime) -> Bool = { _, _ in false }
    ) throws -> ScheduleImport {
        let survey = try EncodingSurvey(of: source)
        let dialect = try Dialect(head: survey.head, isWhole: survey.isWhole)
        var reading = ScheduleReading(
            survey: survey,
            dialect: dialect,
            selection: selection,
            overrides: overrides,
            isNotified: isNotified
        )
        try reading.run(over: source)
        return try reading.result(ownAddresses: Set(ownAddresses.map(\.comparisonKey)))
    }
}
