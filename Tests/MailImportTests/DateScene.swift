import Foundation
import MailCore
import MailImport
import TestSupport

/// Columns with dates that stand in the test, judged on 15 March 2021.
enum DateScene {
    static let asOf = Date(timeIntervalSince1970: 1_615_820_400)

    /// The column of these cells, the first of them in row 2.
    static func column(
        _ cells: [String],
        serials: SerialDays = .since1900
    ) throws -> DateColumn {
        var column = DateColumn(asOf: asOf, zone: try Schedules.berlin(), serials: serials)
        for (index, cell) in cells.enumerated() { column.add(cell, row: index + 2) }
        return column
    }

    static func reader(_ cells: [String], chosen: DateOrder? = nil) throws -> StartReader {
        StartReader(
            zone: try Schedules.berlin(),
            format: try column(cells).format(chosen: chosen)
        )
    }

    /// What each cell of a column means; nil where it is left to a person.
    static func readings(_ cells: [String], chosen: DateOrder? = nil) throws -> [String?] {
        var reader = try reader(cells, chosen: chosen)
        return cells.map { reader.read(start: $0, time: "09:10").shown }
    }

    static func refusal(_ cells: [String], chosen: DateOrder? = nil) throws -> String? {
        let column = try column(cells)
        do throws(ScheduleError) {
            _ = try column.format(chosen: chosen)
            return nil
        } catch {
            return error.english
        }
    }

    /// Runs Tests/Oracles/dates.py.
    static func oracle<Answer: Decodable>(
        _ arguments: [String],
        as type: Answer.Type
    ) async throws -> Answer {
        let script = URL(filePath: #filePath)
            .appending(path: "../../Oracles/dates.py").standardizedFileURL
        let output = try await Program.run("python3", [script.path] + arguments)
        return try JSONDecoder().decode(Answer.self, from: Data(output.utf8))
    }
}

extension StartReading {
    /// The instant; nil where it is not certain.
    var shown: String? {
        if case .at(let time) = self { time.iso8601 } else { nil }
    }

    /// Why it is not certain.
    var doubt: String? {
        if case .unclear(_, let reason, _) = self { "\(reason)" } else { nil }
    }
}
