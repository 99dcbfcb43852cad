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

    var warnings: [PlanWarning] {
        let phone = phones.first.map { headers[$0] }
        let isZeroless = zeroless >= 3 && zeroless > dialled
        return [
            references > 0
                ? reference.map { .damagedReferences(cells: references, header: headers[$0]) }
                : nil,
            rounded > 0 ? phone.map { .roundedPhones(rows: rounded, header: $0) } : nil,
            isZeroless ? phone.map { .zerolessPhones(count: zeroless, header: $0) } : nil,
            unescaped > 0 ? .webLetters(rows: unescaped) : nil,
        ].compactMap(\.self)
    }
}
