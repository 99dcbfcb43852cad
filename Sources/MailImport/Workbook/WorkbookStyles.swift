/// How the cells of a workbook show numbers.
struct WorkbookStyles {
    /// By their numbers; those a workbook defines win over the built-in ones.
    private var formats: [Int: NumberFormat] = [:]
    /// The number of the format, by style.
    private var styles: [Int] = []

    /// The format of a style; nil if the workbook has no such style.
    ///
    /// Style 0 is there even in a workbook that says nothing of styles.
    subscript(style: Int) -> NumberFormat? {
        guard styles.indices.contains(style) else { return style == 0 ? .plain : nil }
        return formats[styles[style]] ?? NumberFormat(builtIn: styles[style])
    }
}

extension WorkbookStyles: XMLPartReader {
    enum Place { case sheet, formats, cells }

    mutating func begin(
        _ name: String,
        in place: Place?,
        _ attributes: XMLAttributes
    ) throws(ScheduleError) -> Place? {
        switch (place, name) {
        case (nil, "styleSheet"): return .sheet
        case (.sheet, "numFmts"): return .formats
        case (.sheet, "cellXfs"): return .cells
        case (.formats, "numFmt"):
            guard let number = attributes.value("numFmtId").flatMap({ Int($0) }),
                let code = attributes.value("formatCode")
            else { throw WorkbookRefusal.brokenXML.error }
            formats[number] = NumberFormat(parsing: code)
        case (.cells, "xf"):
            styles.append(attributes.value("numFmtId").flatMap { Int($0) } ?? 0)
            guard styles.count <= WorkbookLimit.styles else { throw WorkbookRefusal.tooLarge.error }
        default: break
        }
        return nil
    }
}
