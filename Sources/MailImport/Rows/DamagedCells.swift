import MailCore

/// References and phone numbers that a spreadsheet has rounded or taken for something else, and text
/// that was escaped for a web page: counted, and told with the way back.
struct DamagedCells {
    private let reference: Int?
    private let phones: [Int]
    private let texts: [Int]
    private let headers: [String]
    private var references = 0
    private var rounded = 0
    /// Numbers of many digits that begin with none a number is dialled by, and those that do.
    private var zeroless = 0
    private var dialled = 0
    private var unescaped = 0

    init(mapping: ColumnMapping) {
        headers = mapping.headers
        reference = mapping.first(.ref)
        phones = mapping.all(.phone)
        texts = [.first, .last, .name, .site].flatMap(mapping.all)
    }

    /// Counts what is damaged in a row.
    mutating func look(at record: CSVRecord) {
        // A number is rounded with an E; few cells of phone numbers have one.
        let isRounded = phones.contains { column in
            record[column].contains { $0 | 0x20 == UInt8(ascii: "e") }
                && ScientificNumber.isIn(record.text(column).trimmed)
        }
        if isRounded {
            rounded += 1
        }
        for column in phones { lookForZero(in: record[column]) }
        let isWebText = texts.contains { column in
            record[column].contains(UInt8(ascii: "&"))
                && WebText.plain(record.text(column)).isChanged
        }
        if isWebText { unescaped += 1 }
    }

    /// Every number begins with a zero or a plus, unless a spreadsheet has taken it for an amount.
    private mutating func lookForZero(in cell: ArraySlice<UInt8>) {
        guard let first = cell.first(where: { $0 != UInt8(ascii: " ") }) else { return }
        if first == UInt8(ascii: "0") || first == UInt8(ascii: "+") {
            dialled += 1
        } else if first.isDigit, (9...13).contains(cell.count), cell.allSatisfy(\.isDigit) {
            zeroless += 1
        }
    }

    /// The reference of a cell; nil for a damaged one, which is counted.
    mutating func reference(in cell: String) -> String? {
        switch ReferenceCell(parsing: WebText.plain(cell).text) {
        case .reference(let text): return text
        case .none: return nil
        case .damaged:
            references += 1
            return nil
        }
    }

    var warnings: [String] {
        var warnings: [String] = []
        if references > 0, let reference {
            warnings.append(
                "\(references.with("cell")) of the column \"\(headers[reference])\" hold what a "
                    + "spreadsheet has made of a reference, a rounded number or a day: letters go "
                    + "without it. Use the export as the booking system writes it."
            )
        }
        if rounded > 0, let phone = phones.first {
            warnings.append(
                "\(rounded.with("row")) of the column \"\(headers[phone])\" hold a phone number that "
                    + "a spreadsheet has rounded, which cannot be dialled. Use the export as the "
                    + "booking system writes it."
            )
        }
        if zeroless >= 3, zeroless > dialled, let phone = phones.first {
            warnings.append(
                "\(zeroless.with("phone number")) of the column \"\(headers[phone])\" have lost the zero "
                    + "or the plus in front, as a spreadsheet does with numbers: put it back when you "
                    + "call, or use the export as the booking system writes it."
            )
        }
        if unescaped > 0 {
            warnings.append(
                "\(unescaped.with("row")) held letters as web pages spell them, such as &uuml;: they "
                    + "were read as those letters. Look at the names that preview shows."
            )
        }
        return warnings
    }
}
