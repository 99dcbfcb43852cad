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
    private var clocks: RowClocks
    private var damage: DamagedCells

    /// - Parameters:
    ///   - columns: What they mean, and how they are written.
    ///   - options: The day of all rows, where no column tells it, and whose clock columns show.
    ///   - zone: The authority's time zone.
    init(_ columns: SurveyedColumns, _ options: ReadingOptions, zone: TimeZone) {
        let mapping = columns.mapping
        self.mapping = mapping
        givenDay = options.day.map { "\($0)" }
        damage = DamagedCells(mapping: mapping)
        clocks = RowClocks(columns, options.columnZones, zone: zone)
        name = NameReader(mapping: mapping)
        statuses = StatusReader(mapping: mapping)
        starts = StartReader(zone: zone, format: columns.format(of: mapping.dayColumn))
        seconds = mapping.all(.second).map { column in
            (column, StartReader(zone: zone, format: columns.format(of: column)))
        }
    }

    mutating func read(_ record: CSVRecord) -> ScheduleRow {
        let contact = contact(of: record)
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
            isComplete: mapping.completion.map { !record.text($0).trimmed.isEmpty } ?? true,
            isEncodedTwice: DoubleEncoding.isIn(contact),
            isEscaped: contact.isEscaped
        )
    }

    private func text(_ field: ScheduleField, _ record: CSVRecord) -> String {
        mapping.first(field).map(record.text) ?? ""
    }

    /// What somebody should know of the cells read so far, in plain sentences.
    var warnings: [PlanWarning] { clocks.warnings + damage.warnings }

    private mutating func contact(of record: CSVRecord) -> Contact {
        damage.look(at: record)
        return Contact(
            name: name.read(record),
            address: nil,
            phone: PhoneCell.number(in: mapping.all(.phone).map { record.text($0) }),
            site: WebText.plain(text(.site, record)).text.shown,
            reference: damage.reference(in: text(.ref, record))
        )
    }

    /// The appointments of a row, as far as its cells tell.
    mutating func starts(of record: CSVRecord) -> [RowStart] {
        let first = first(of: record)
        return second(of: record).map { [first, $0] } ?? [first]
    }

    private mutating func first(of record: CSVRecord) -> RowStart {
        let day = mapping.dayColumn.map(record.text) ?? givenDay ?? ""
        let time = text(.time, record)
        let reading =
            clocks.read(record, start: day, time: time)
            ?? starts.read(start: day, time: time)
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
    fileprivate var isEscaped: Bool {
        [name.first, name.last, name.full, site, reference].contains { text in
            text.map(WebText.isEscaped) ?? false
        }
    }

    fileprivate func reachable(at address: EmailAddress?) -> Contact {
        Contact(name: name, address: address, phone: phone, site: site, reference: reference)
    }
}
