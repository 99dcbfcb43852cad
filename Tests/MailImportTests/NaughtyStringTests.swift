import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// The Big List of Naughty Strings, each string in each column that is read.
///
/// What the program may make of a text is told a second time by Tests/Oracles/naughty.py.
struct NaughtyStringTests {
    private struct Naughty: Decodable {
        let text: String
        /// As it may be shown: trimmed, on one line; empty if there is nothing to see.
        let shown: String
        /// The same for a booking reference.
        let reference: String
        /// The same for a phone number.
        let dialled: String
        /// The time of day, if it is one.
        let clock: String?
        /// Whether as a status it says that the appointment stands.
        let stands: Bool

        func expected(in column: Column) -> String? {
            let text =
                switch column {
                case .phone: dialled
                case .reference: reference
                default: shown
                }
            return text.isEmpty ? nil : text
        }
    }

    private enum Column: Int, CaseIterable {
        case reference, last, first, email, phone, date, time, site, status, service
    }

    private static let header = [
        "Buchungs-ID", "Nachname", "Vorname", "E-Mail", "Telefon", "Datum", "Uhrzeit", "Standort",
        "Status", "Impfstoff",
    ]

    /// A row that gets a message.
    private static func good(_ number: Int) -> [String] {
        [
            "Z-\(number)", "Beispiel\(number)", "Erika", "e\(number)@example.org",
            "0221 10\(number)",
            "16.03.2021", "09:10", "Halle \(number)", "gebucht", "Vakzin \(number)",
        ]
    }

    @Test func `every naughty string comes back as it is, or its row gets no message`()
        async throws
    {
        let strings = try await JSONDecoder().decode(
            [Naughty].self,
            from: Data(Oracle.run("naughty.py").utf8)
        )
        #expect(strings.count == 515)
        var sums: [String: Int] = [:]
        for naughty in strings {
            for (column, outcome) in try Self.outcomes(naughty) {
                sums["\(column) \(outcome)", default: 0] += 1
            }
        }
        #expect(sums.values.reduce(0, +) == 515 * Column.allCases.count)
        let lines = sums.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
        Attachment.record(lines.joined(), named: "naughty")
    }

    private static func outcomes(_ naughty: Naughty) throws -> [(Column, String)] {
        let columns = Column.allCases
        do {
            let schedule = try read(naughty.text, in: columns)
            return columns.enumerated().map { index, column in
                (column, outcome(schedule.rows[index], naughty, in: column, index))
            }
        } catch is ScheduleError {
            // One cell speaks for the whole file: see each column alone.
            return try columns.map { column in
                do {
                    let schedule = try read(naughty.text, in: [column])
                    return (column, outcome(schedule.rows[0], naughty, in: column, 0))
                } catch let error as ScheduleError {
                    #expect(!error.english.isEmpty)
                    return (column, "file refused")
                }
            }
        }
    }

    /// A row for each column, with the text in it, and one more without.
    private static func read(_ text: String, in columns: [Column]) throws -> ScheduleImport {
        var rows = columns.enumerated().map { index, column in
            var row = good(index)
            row[column.rawValue] = text
            return row
        }
        rows.append(good(columns.count))
        let lines = ([header] + rows).map { $0.map(quoted).joined(separator: ";") }
        let schedule = try Schedules.read(lines.joined(separator: "\r\n"))
        #expect(schedule.rowCount == rows.count)
        #expect(schedule.rows.map(\.row) == Array(2..<rows.count + 2))
        #expect(schedule.counts.values.reduce(0, +) == rows.count)
        #expect(schedule.rows.last?.rowClass == .send)
        return schedule
    }

    private static func quoted(_ cell: String) -> String {
        let doubled = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
    }

    private static func outcome(
        _ row: ClassifiedRow,
        _ naughty: Naughty,
        in column: Column,
        _ number: Int
    ) -> String {
        guard row.rowClass == .send, let contact = row.contact else {
            #expect(row.rowClass != .send && !row.reasons.isEmpty, "\(column)")
            return row.rowClass.rawValue
        }
        var expected = good(number).map(Optional.some)
        expected[column.rawValue] = naughty.expected(in: column)
        let values: [(Column, String?)] = [
            (.reference, contact.reference), (.last, contact.name.last),
            (.first, contact.name.first), (.email, contact.address?.text),
            (.phone, contact.phone), (.site, contact.site),
        ]
        for (place, value) in values {
            // Too few digits to dial.
            if column == .phone, place == .phone, value == nil { continue }
            // Compared by scalars, since strings are equal where only their accents are composed.
            #expect(
                value.map { Array($0.unicodeScalars) }
                    == expected[place.rawValue].map { Array($0.unicodeScalars) },
                "\(column), \(place)"
            )
        }
        let start = row.start?.local
        #expect(start?.day == (try? Schedules.day("2021-03-16")), "\(column)")
        let clock = start.map { "\($0.hour):\($0.minute < 10 ? "0" : "")\($0.minute)" }
        #expect(clock == (column == .time ? naughty.clock : "9:10"), "\(column)")
        #expect(column != .status || naughty.stands)
        #expect(column != .date)
        return "send"
    }
}
