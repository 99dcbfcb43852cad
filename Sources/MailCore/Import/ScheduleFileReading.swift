/// What kind of file a schedule is, and how its records are read.
struct ScheduleFileReading {
    let form: ScheduleForm
    let records: any RecordSource
    /// Whether some cell may hold bytes that are no text.
    let isDamaged: Bool

    /// - Throws: `ScheduleError` for a file that is no schedule, and whatever `source` throws.
    init(_ source: ScheduleSource, _ options: ReadingOptions) throws {
        if let foreign = ForeignFormat(head: try source.head(512)) { throw foreign.error }
        let survey = try EncodingSurvey(of: source, chosen: options.encoding)
        if let foreign = ForeignFormat(head: survey.head) { throw foreign.error }
        let dialect = try Dialect(
            head: survey.head,
            isWhole: survey.isWhole,
            chosen: options.delimiter
        )
        records = TextRecords(source: source, survey: survey, dialect: dialect)
        isDamaged = survey.isDamaged
        form = ScheduleForm(
            encoding: survey.encoding,
            encodingCertainty: survey.certainty,
            delimiter: dialect.delimiter,
            delimiterCertainty: dialect.certainty,
            hasSeparatorLine: dialect.separatorLineLength > 0
        )
    }
}
