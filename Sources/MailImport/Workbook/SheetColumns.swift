/// The columns of a sheet that nobody sees, as ranges from 0.
struct SheetColumns {
    private var hidden: [Range<Int>] = []

    mutating func add(_ attributes: XMLAttributes) {
        let isHidden = attributes.isTrue("hidden") || attributes.value("width") == "0"
        guard isHidden, let first = attributes.value("min").flatMap({ Int($0) }),
            let last = attributes.value("max").flatMap({ Int($0) }),
            first >= 1, first <= last, hidden.count < WorkbookLimit.columns
        else { return }
        hidden.append(first - 1..<min(last, WorkbookLimit.columns))
    }

    func hiddenCount(among width: Int) -> Int {
        (0..<width).count { column in hidden.contains { $0.contains(column) } }
    }
}
