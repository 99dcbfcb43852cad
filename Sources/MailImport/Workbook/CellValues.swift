/// Turns what a cell stores into its text.
struct CellValues {
    let strings: SharedStrings
    let styles: WorkbookStyles
    let serials: SerialDays

    /// What the type of a cell (its attribute `t`) says of its value.
    enum Kind: String {
        case number = "n"
        case shared = "s"
        case inline = "inlineStr"
        case formulaText = "str"
        case boolean = "b"
        case error = "e"
        case isoDate = "d"
    }

    /// Puts the text of a cell behind `record`.
    ///
    /// - Parameters:
    ///   - stored: What stands in the cell; not empty.
    ///   - kind: Of the value.
    ///   - style: The number of the cell's style.
    ///   - record: Grows by the text.
    /// - Throws: `CellFlaw` if there is no such value.
    func append(
        _ stored: [UInt8],
        _ kind: Kind,
        style: Int,
        to record: inout [UInt8]
    ) throws(CellFlaw) {
        switch kind {
        case .shared:
            guard let index = Int(trimmed(stored)), let text = strings[index] else {
                throw .noSuchText
            }
            record += text
        case .inline, .formulaText:
            var text = stored
            EscapedText.unescape(&text, from: 0)
            record += text
        case .number: record += try number(trimmed(stored), style: style).utf8
        case .boolean:
            let text = trimmed(stored)
            guard text == "1" || text == "0" || text == "true" || text == "false" else {
                throw .noValue
            }
            record += (XMLAttributes.isYes(text) ? "TRUE" : "FALSE").utf8
        case .error, .isoDate: record += trimmed(stored).utf8
        }
    }

    private func number(_ stored: String, style: Int) throws(CellFlaw) -> String {
        guard let number = StoredNumber(parsing: stored) else { throw .noValue }
        guard let format = styles[style] else { throw .noSuchStyle }
        guard !format.isPlain else { return number.text }
        return SerialText.text(of: number.value, as: format, serials) ?? number.text
    }

    private func trimmed(_ stored: [UInt8]) -> String {
        let isBlank = { (byte: UInt8) in
            byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        }
        let end = stored.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
        return String(decoding: stored[..<end].drop(while: isBlank), as: UTF8.self)
    }
}
