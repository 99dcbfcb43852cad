import MailCore
import struct Foundation.TimeZone

/// Turns records into rows by the column mapping.
struct RowReader {
    private let mapping: ColumnMapping
    private let givenDay: String?
    private let name: NameReader
    private var statuses: StatusReader
    private var starts: StartReader
    /// One for each column with a second appointment.
    private var seconds: [(column: Int, reader: StartReader)]

    /// - Parameters:
    ///   - columns: What they mean, and how they are written.
    ///   - day: The day of all rows, where no column tells it.
    ///   - zone: The authority's time zone.
    init(_ columns: SurveyedColumns, day: LocalDay?, zone: TimeZone) {
        let mapping = columns.mapping
        self.mapping = mapping
        givenDay = day.map { "\($0)" }
        name = NameReader(mapping: mapping)
        statuses = StatusReader(mapping: mapping)
        starts = StartReader(zone: zone, format: columns.format(of: mapping.dayColumn))
        seconds = mapping.all(.second).map { column in
            (column, StartReader(zone: zone, format: columns.format(of: column)))
        }
    }

    /// - Throws: `ScheduleError` for text that was encoded twice.
    mutating func read(_ record: CSVRecord) throws(ScheduleError) -> ScheduleRow {
        let contact = contact(of: record)
        guard !DoubleEncoding.isIn(contact) else {
            throw DoubleEncoding.error(line: record.line, row: record.row)
        }
        let address = AddressCell(parsing: text(.email, record))
        let (status, statusColumn) = statuses.read(record)
        return ScheduleRow(
            row: record.row,
            line: record.line,
            starts: starts(of: record),
            address: address,
            contact: contact.reachable(at: address.address),
            person: contact.name.display?.folded,
            guestColumn: mapping.guests.first { !record.text($0).trimmed.isEmpty }
                .map { mapping.headers[$0] },
            services: mapping.filters.map(record.text),
            status: status,
            statusColumn: statusColumn,
            isComplete: mapping.completion.map { !record.text($0).trimmed.isEmpty } ?? true
        )
    }

    private func text(_ field: ScheduleField, _ record: CSVRecord) -> String {
        mapping.first(field).map(record.text) ?? ""
    }

    private func contact(of record: CSVRecord) -> Contact {
        Contact(
            name: name.read(record),
            address: nil,
            phone: mapping.all(.phone).lazy.compactMap { PhoneCell.phone(record.text($0)) }.first,
            site: text(.site, record).shown,
            reference: text(.ref, record).shown
        )
    }

    /// The appointments of a row, as far as its cells tell.
    mutating func starts(of record: CSVRecord) -> [RowStart] {
        let first = first(of: record)
        return second(of: record).map { [first, $0] } ?? [first]
    }

    private mutating func first(of record: CSVRecord) -> RowStart {
        let day = mapping.dayColumn.map(record.text) ?? givenDay ?? ""
        let reading = starts.read(start: day, time: text(.time, record))
        guard case .unclear(_, _, isAboutTime: true) = reading else {
            return RowStart(reading: reading, column: mapping.dayColumn)
        }
        return RowStart(reading: reading, column: mapping.first(.time) ?? mapping.dayColumn)
    }

    private mutating func second(of record: CSVRecord) -> RowStart? {
        for index in seconds.indices {
            let column = seconds[index].column
            let cell = record.text(column)
            // Words such as "folgt" are no appointment; whatever has a digit may be one.
            guard cell.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
            let reading = seconds[index].reader.read(start: cell, time: "")
            return RowStart(reading: reading, column: column)
        }
        return nil
    }
}

extension Contact {
    fileprivate func reachable(at address: EmailAddress?) -> Contact {
        Contact(name: name, address: address, phone: phone, site: site, reference: reference)
    }
}
