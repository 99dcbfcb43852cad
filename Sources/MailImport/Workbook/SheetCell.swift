/// The cell that is being read.
struct SheetCell {
    /// From 0; -1 in front of the first cell of a row.
    var column = -1
    var kind = CellValues.Kind.number
    var style = 0
    var isFormula = false
    var hasValue = false
    var stored: [UInt8] = []

    mutating func begin(_ attributes: XMLAttributes, row: Int) throws(CellFlaw) {
        // A cell without a reference follows the one before it.
        var reference: CellReference?
        var next = column + 1
        (kind, style, isFormula, hasValue) = (.number, 0, false, false)
        stored.removeAll(keepingCapacity: true)
        try attributes.forEach { (name, hasPrefix, value) throws(CellFlaw) in
            switch name {
            case _ where hasPrefix: break
            case "r":
                reference = CellReference(parsing: value)
                guard let reference, reference.row == row else { throw .misplaced }
                next = reference.column
            case "s":
                guard let number = Int(value) else { throw .noSuchStyle }
                style = number
            case "t":
                guard let known = CellValues.Kind(rawValue: value) else { throw .unknownKind }
                kind = known
            default: break
            }
        }
        guard next > column, next < WorkbookLimit.columns else { throw .misplaced }
        column = next
    }
}
