extension ClassifiedRow {
    /// What is stored of its person; nil for classes of which nothing is kept.
    ///
    /// Personal data.
    package var keptContact: Contact? { rowClass.isKept ? contact : nil }
}
