import MailCore

/// Reads a person's name from the one or two columns that hold it.
struct NameReader {
    private let mapping: ColumnMapping
    private let isFamilyNameFirst: Bool

    init(mapping: ColumnMapping) {
        self.mapping = mapping
        isFamilyNameFirst =
            mapping.first(.name).map { Synonym.key(of: mapping.headers[$0]) } == "name,vorname"
    }

    /// The name as people write it, whatever program has escaped it.
    func read(_ record: CSVRecord) -> PersonName { written(record).unescaped }

    private func written(_ record: CSVRecord) -> PersonName {
        func shown(_ field: ScheduleField) -> String? {
            mapping.first(field).flatMap { record.text($0).shown }
        }
        guard let column = mapping.first(.name) else {
            return PersonName(first: shown(.first), last: shown(.last))
        }
        let isAlsoAddress = column == mapping.first(.email)
        let cell = record.text(column)
        let full = isAlsoAddress ? AddressCell.label(in: cell) : cell
        // A bare address in such a cell is nobody's name.
        guard !isAlsoAddress || !full.contains("@") else { return PersonName(full: nil) }
        guard isFamilyNameFirst else { return PersonName(full: full.shown) }
        // The header says what the comma means; anything but one comma is not split by guess.
        let parts = full.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 2, let last = parts[0].shown, let first = parts[1].shown else {
            return PersonName(full: full.shown)
        }
        return PersonName(first: first, last: last)
    }
}

extension PersonName {
    /// With the characters that HTML entities stand for.
    fileprivate var unescaped: PersonName {
        PersonName(
            first: first.flatMap { WebText.plain($0).text.shown },
            last: last.flatMap { WebText.plain($0).text.shown },
            full: full.flatMap { WebText.plain($0).text.shown }
        )
    }
}

extension String {
    /// The text as people see it, on one line; nil if there is nothing to see.
    var shown: String? {
        let text = trimmed
        guard !text.isEmpty, text != "-" else { return nil }
        return text.onOneLine
    }
}
