extension CSVRecord {
    /// The text of a field that is text, without an apostrophe that only guards it.
    ///
    /// Fields are UTF-8 whatever the file is in.
    func text(_ field: Int) -> String {
        String(decoding: LeadingApostrophe.dropped(from: self[field]), as: UTF8.self)
    }

    /// Whether a field could be decoded without loss.
    func isText(_ field: Int) -> Bool { String(validating: self[field], as: UTF8.self) != nil }
}
