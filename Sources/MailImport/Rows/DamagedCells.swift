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
        let isWebText = texts.contains { column in
            record[column].contains(UInt8(ascii: "&"))
                && WebText.plain(record.text(column)).isChanged
        }
        if isWebText { unescaped += 1 }
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
        if unescaped > 0 {
            warnings.append(
                "\(unescaped.with("row")) held letters as web pages spell them, such as &uuml;: they "
                    + "were read as those letters. Look at the names that preview shows."
            )
        }
        return warnings
    }
}
