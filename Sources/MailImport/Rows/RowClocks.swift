import MailCore
import struct Foundation.TimeZone

/// Whose clock a row's times are on, where the file says it: in a header, in a column of zones, or
/// as `--column-zone` says.
///
/// All are told on the authority's clock.
struct RowClocks {
    private let mapping: ColumnMapping
    private let zone: TimeZone
    private let format: DateFormat
    /// The column with a name of a zone in each row.
    private let column: Int?
    /// What holds where that column says nothing.
    private let usual: TimeZone?
    private var readers: [TimeZone: StartReader] = [:]
    private var zones: [String: TimeZone?] = [:]

    init(_ columns: SurveyedColumns, _ chosen: [ColumnZone], zone: TimeZone) {
        let mapping = columns.mapping
        self.mapping = mapping
        self.zone = zone
        format = columns.format(of: mapping.dayColumn)
        column = mapping.first(.zone)
        let times = [mapping.first(.time), mapping.dayColumn].compactMap { $0 }
        usual =
            times.lazy.compactMap { column in
                let header = mapping.headers[column]
                return chosen.first { HeaderName(parsing: $0.header).names(header) }?.zone
                    ?? ZonedHeader(header)?.zone
            }.first
    }

    /// The start of a row whose times are on another clock; nil for the authority's own.
    mutating func read(_ record: CSVRecord, start: String, time: String) -> StartReading? {
        let cell = column.map { record.text($0).trimmed } ?? ""
        guard let spoken = cell.isEmpty ? usual : named(cell) else {
            guard !cell.isEmpty else { return nil }
            return .unclear(
                day: nil,
                reason: .unknownZone,
                isAboutTime: false
            )
        }
        guard spoken != zone else { return nil }
        return readers[spoken, default: StartReader(zone: zone, spoken: spoken, format: format)]
            .read(start: start, time: time)
    }

    private mutating func named(_ cell: String) -> TimeZone? {
        if let known = zones[cell] { return known }
        let found = ZoneName.zone(cell)
        if zones.count < 100 { zones[cell] = .some(found) }
        return found
    }

    /// What an approver should know.
    var warnings: [PlanWarning] {
        if let column {
            return [.zoneColumn(header: mapping.headers[column], told: zone.identifier)]
        }
        guard let usual, usual != zone else { return [] }
        return [.otherZone(read: usual.identifier, told: zone.identifier)]
    }
}
