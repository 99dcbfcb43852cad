import struct Foundation.TimeZone

/// Turns records into rows by the column mapping.
struct RowReader {
    let mapping: ColumnMapping
    private var starts: StartReader
    private var statuses: [StatusKey: StatusCell] = [:]
    private let dayColumn: Int?
    private let isFamilyNameFirst: Bool

    private struct StatusKey: Hashable {
        let column: Int
        let cell: String
    }

    init(mapping: ColumnMapping, zone: TimeZone) {
        self.mapping = mapping
        starts = StartReader(zone: zone, format: .unproven)
        dayColumn = mapping.first(.start) ?? mapping.first(.date)
        isFamilyNameFirst =
            mapping.first(.name).map { Synonym.key(of: mapping.headers[$0]) } == "name,vorname"
    }

    /// - Throws: `ScheduleError` for text that was encoded twice.
    mutating func read(_ record: CSVRecord) throws(ScheduleError) -> ScheduleRow {
        let contact = contact(of: record)
        guard !DoubleEncoding.isIn(contact) else {
            throw DoubleEncoding.error(line: record.line, row: record.row)
        }
        let address = AddressCell(parsing: text(.email, record))
        let (status, statusColumn) = status(of: record)
        return ScheduleRow(
            row: record.row,
            line: record.line,
            starts: [first(of: record), second(of: record)].compactMap(\.self),
            address: address,
            contact: contact.reachable(at: address.address),
            person: contact.name.display?.folded,
            guestColumn: mapping.guests.first { !cell($0, record).trimmed.isEmpty }
                .map { mapping.headers[$0] },
            services: mapping.all(.service).map { cell($0, record) },
            status: status,
            statusColumn: statusColumn
        )
    }

    /// Whether a record is the line with the sum below a hand-kept list, not a person's row.
    func isTotal(_ record: CSVRecord) -> Bool {
        let words: Set = ["summe", "gesamt", "gesamtsumme", "total", "anzahl", "sum"]
        func isTotalOrEmpty(_ column: Int) -> Bool {
            let word = cell(column, record).folded.filter { $0 != ":" }
            return word.isEmpty || words.contains(word)
        }
        let people: [ScheduleField] = [.email, .name, .first, .last, .ref, .phone]
        guard people.flatMap(mapping.all).allSatisfy(isTotalOrEmpty) else { return false }
        return (0..<record.count).contains { column in
            words.contains(cell(column, record).folded.filter { $0 != ":" })
        }
    }

    private func cell(_ column: Int?, _ record: CSVRecord) -> String {
        column.map(record.text) ?? ""
    }

    private func text(_ field: ScheduleField, _ record: CSVRecord) -> String {
        cell(mapping.first(field), record)
    }

    private func contact(of record: CSVRecord) -> Contact {
        Contact(
            name: name(of: record),
            address: nil,
            phone: mapping.all(.phone).lazy.compactMap { PhoneCell.phone(cell($0, record)) }.first,
            site: shown(.site, record),
            reference: shown(.ref, record)
        )
    }

    private func name(of record: CSVRecord) -> PersonName {
        guard let column = mapping.first(.name) else {
            return PersonName(first: shown(.first, record), last: shown(.last, record))
        }
        let isAlsoAddress = column == mapping.first(.email)
        let cell = cell(column, record)
        let full = isAlsoAddress ? AddressCell.label(in: cell) : cell
        guard isFamilyNameFirst else { return PersonName(full: full.shown) }
        // The header says what the comma means; anything but one comma is not split by guess.
        let parts = full.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 2, let last = parts[0].shown, let first = parts[1].shown else {
            return PersonName(full: full.shown)
        }
        return PersonName(first: first, last: last)
    }

    private func shown(_ field: ScheduleField, _ record: CSVRecord) -> String? {
        text(field, record).shown
    }

    private mutating func first(of record: CSVRecord) -> RowStart {
        let reading = starts.read(start: cell(dayColumn, record), time: text(.time, record))
        guard case .unclear(_, _, isAboutTime: true) = reading else {
            return RowStart(reading: reading, column: dayColumn)
        }
        return RowStart(reading: reading, column: mapping.first(.time) ?? dayColumn)
    }

    private mutating func second(of record: CSVRecord) -> RowStart? {
        for column in mapping.all(.second) {
            let cell = cell(column, record)
            // Words such as "folgt" are no appointment; whatever has a digit may be one.
            guard cell.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
            return RowStart(reading: starts.read(start: cell, time: ""), column: column)
        }
        return nil
    }

    /// The most telling of the status cells: a cancelled one, else one a person has to read.
    private mutating func status(of record: CSVRecord) -> (StatusCell, column: String?) {
        var result: (StatusCell, column: String?) = (.active, nil)
        for column in mapping.all(.status) {
            let status = status(column, record)
            if status == .cancelled { return (status, mapping.headers[column]) }
            if status != .active, result.0 == .active { result = (status, mapping.headers[column]) }
        }
        return result
    }

    private mutating func status(_ column: Int, _ record: CSVRecord) -> StatusCell {
        let key = StatusKey(column: column, cell: cell(column, record))
        if let known = statuses[key] { return known }
        let status = StatusCell(parsing: key.cell, header: mapping.headers[column])
        if statuses.count < 1000 { statuses[key] = status }
        return status
    }
}

extension Contact {
    fileprivate func reachable(at address: EmailAddress?) -> Contact {
        Contact(name: name, address: address, phone: phone, site: site, reference: reference)
    }
}

extension String {
    /// The text as people see it, on one line; nil if there is nothing to see.
    fileprivate var shown: String? {
        let text = trimmed
        guard !text.isEmpty, text != "-" else { return nil }
        return text.onOneLine
    }
}
