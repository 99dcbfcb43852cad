/// What the operator says about a file, where the program must not guess or guessed wrongly.
package struct ReadingOptions: Sendable {
    /// Nil to find it; so with the others.
    package var encoding: ScheduleEncoding?
    package var delimiter: Delimiter?
    /// Columns and what they mean; they win over the synonyms.
    package var columns: [ColumnOverride] = []

    package init() {}
}
