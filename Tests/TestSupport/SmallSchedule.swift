/// A schedule of invented people, each with one appointment on a day that stays in the future.
package struct SmallSchedule: Sendable {
    package static let day = "2097-03-19"
    package static let days = "--date \(day)"
    package static let header = [
        "Buchungs-ID", "Vermittlungscode", "Nachname", "Vorname", "Geb.-Datum", "E-Mail", "Telefon",
        "Datum", "Uhrzeit", "Status", "Bemerkung",
    ]

    /// Cells of each row, in the order of the header.
    package var rows: [[String]]

    package init(people: Int) {
        rows = (0..<people).map(Self.row)
    }

    package var text: String {
        ([Self.header] + rows).map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    /// The column's number.
    package static func column(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }

    /// The same with one cell changed.
    ///
    /// - Parameters:
    ///   - row: As a spreadsheet numbers it: the first one is 2.
    ///   - column: Its header.
    ///   - cell: What shall stand there.
    /// - Returns: The changed schedule.
    package func with(row: Int, _ column: String, _ cell: String) -> SmallSchedule {
        var copy = self
        copy.rows[row - 2][Self.column(column)] = cell
        return copy
    }

    /// The address of a person, the first of whom is 1 and stands in row 2.
    package static func address(_ person: Int) -> String {
        "person.\(100_000 + person - 1)@example.org"
    }

    private static func row(_ number: Int) -> [String] {
        let first = firstNames[number % firstNames.count]
        let last = starts[number / 7 % starts.count] + ends[number / 3 % ends.count]
        let serial = 100_000 + number
        return [
            "BZ-\(4_700_000 + number)", "QZ\(serial)-XW", last, first, "0\(number % 9 + 1).07.1951",
            "person.\(serial)@example.org", "+49 221 47\(serial)", "19.03.2097",
            "\(10 + number / 60 % 9):\(10 + number % 50)", "gebucht", "Rollstuhl \(serial)",
        ]
    }

    private static let firstNames = ["Cosima", "Frauke", "Henrike", "Quirin", "Wencke", "Yannick"]
    private static let starts = ["Distel", "Ginster", "Holunder", "Quitten", "Salbei", "Wacholder"]
    private static let ends = ["bühl", "kamp", "röder", "stieg", "koppel"]
}
