/// Where a cell stands: `B7` is column 1 (from 0) of row 7 (from 1).
struct CellReference: Hashable {
    let column: Int
    let row: Int

    /// Nil if no sheet has such a cell.
    init?(parsing text: some StringProtocol) {
        var letters = 0
        var digits = 0
        var (column, row) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0 && letters < 3:
                letters += 1
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where letters > 0 && digits < 7:
                digits += 1
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
        }
        guard (1...WorkbookLimit.columns).contains(column),
            (1...WorkbookLimit.rows).contains(row)
        else { return nil }
        self.column = column - 1
        self.row = row
    }
}
