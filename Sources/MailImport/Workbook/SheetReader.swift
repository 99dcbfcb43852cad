/// Reads a sheet from the top: counts what a person should know, and hands out its rows.
struct SheetReader: XMLPartReader {
    enum Place {
        case sheet, columns, rows, row, cell, stored, inline, run, inlineText, filter, merges
    }

    typealias Receiver = (_ record: CSVRecord, _ isHidden: Bool) throws -> Void

    private(set) var facts = WorkbookFacts()
    private let values: CellValues
    private let width: Int
    private let receive: Receiver?

    private var record = CSVRecord()
    private var isRowHidden = false
    private var cell = SheetCell()
    private var columns = SheetColumns()
    private var hiddenRows: [Int] = []
    private var filter = SheetFilter()

    /// Begins a reading.
    ///
    /// - Parameters:
    ///   - values: Turns what cells store into text.
    ///   - width: To which every record is filled up with empty fields.
    ///   - receive: Gets every row that holds anything; nil to count only.
    init(_ values: CellValues, width: Int = 0, _ receive: Receiver? = nil) {
        self.values = values
        self.width = width
        self.receive = receive
    }

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        // In the order of how often they come.
        case (.row, "c"):
            do throws(CellFlaw) {
                try cell.begin(attributes, row: record.row)
            } catch {
                throw error.error(row: record.row)
            }
            return .cell
        case (.cell, "v"), (.cell, "is"):
            guard (cell.kind == .inline) == (name == "is"), !cell.hasValue else {
                throw CellFlaw.noValue.error(row: record.row)
            }
            cell.hasValue = true
            return name == "is" ? .inline : .stored
        case (.inline, "t"), (.run, "t"): return .inlineText
        case (.inline, "r"): return .run
        case (.cell, "f"): cell.isFormula = true
        case (.rows, "row"):
            try beginRow(attributes)
            return .row
        case (nil, "worksheet"): return .sheet
        case (.sheet, "sheetData"): return .rows
        case (.sheet, "cols"): return .columns
        case (.columns, "col"): columns.add(attributes)
        case (.sheet, "sheetPr"): filter.isActive = attributes.isTrue("filterMode")
        case (.sheet, "autoFilter"):
            filter.begin(attributes)
            return .filter
        case (.filter, "filterColumn"): filter.isActive = true
        case (.sheet, "mergeCells"): return .merges
        case (.merges, "mergeCell"): facts.mergedRanges += 1
        default: break
        }
        return nil
    }

    mutating func text(
        _ piece: UnsafeBufferPointer<UInt8>,
        in place: Place
    ) throws(ScheduleError) {
        guard place == .stored || place == .inlineText else { return }
        cell.stored.append(contentsOf: piece)
        guard cell.stored.count <= WorkbookLimit.cellLength else {
            throw CellFlaw.tooLong.error(row: record.row)
        }
    }

    mutating func end(_ place: Place) throws {
        switch place {
        case .cell: try endCell()
        case .row: try endRow()
        case .sheet: endSheet()
        case .columns, .rows, .stored, .inline, .run, .inlineText, .filter, .merges: break
        }
    }

    private mutating func beginRow(_ attributes: XMLAttributes) throws(ScheduleError) {
        // A row without a number follows the one before it.
        let number = attributes.value("r").map { Int($0) ?? 0 } ?? record.row + 1
        guard number <= WorkbookLimit.rows else {
            throw CellFlaw.tooFarDown.error(row: record.row)
        }
        guard number > record.row else { throw CellFlaw.misplaced.error(row: record.row) }
        record.begin(row: number, line: number)
        cell.column = -1
        isRowHidden = attributes.isTrue("hidden") || attributes.value("ht") == "0"
    }

    private mutating func endCell() throws(ScheduleError) {
        facts.formulas += cell.isFormula ? 1 : 0
        guard !cell.stored.isEmpty else {
            // A formula whose value is an empty text says so.
            facts.formulasWithoutValue += cell.isFormula && cell.kind != .formulaText ? 1 : 0
            return
        }
        facts.errors += cell.kind == .error ? 1 : 0
        let start = record.bytes.count
        do throws(CellFlaw) {
            try values.append(cell.stored, cell.kind, style: cell.style, to: &record.bytes)
            guard record.bytes.count > start else { return }
            guard record.bytes.count - start <= WorkbookLimit.cellLength else { throw .tooLong }
            guard cell.column < WorkbookLimit.usedColumns else { throw .tooFarRight }
        } catch {
            throw error.error(row: record.row)
        }
        while record.ends.count < cell.column { record.ends.append(start) }
        record.ends.append(record.bytes.count)
    }

    private mutating func endRow() throws {
        guard !record.ends.isEmpty else { return }
        facts.rows += 1
        facts.columns = max(facts.columns, record.ends.count)
        if isRowHidden { hiddenRows.append(record.row) }
        guard let receive else { return }
        while record.ends.count < width { record.ends.append(record.bytes.count) }
        try receive(record, isRowHidden)
    }

    private mutating func endSheet() {
        facts.hiddenRows = hiddenRows.count
        facts.filteredRows = hiddenRows.count { filter.covers($0) }
        facts.hiddenColumns = columns.hiddenCount(among: facts.columns)
    }
}
