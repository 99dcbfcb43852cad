/// Whether a reading goes on.
package enum ReadOn {
    case more, enough
}

/// What holds the records of a schedule: a text file or a workbook.
protocol RecordSource {
    /// Hands out all records in file order; every reading hands out the same.
    ///
    /// - Throws: `ScheduleError` where the file is broken, and whatever `take` throws.
    func forEachRecord(_ take: (CSVRecord) throws -> ReadOn) throws
}

/// Ends a reading in the middle.
struct ReadingEnded: Error {}
