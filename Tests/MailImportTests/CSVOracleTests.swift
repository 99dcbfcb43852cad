import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// Generated files as Python's csv module reads them (Tests/Oracles/make_csv.py).
struct CSVOracleTests {
    private struct File: Decodable {
        let name: String
        let encoding: String
        let delimiter: String
        /// Why the file must be refused; nil if it must be read.
        let purpose: String?
        /// The line to be named.
        let line: Int?
        let records: [Record]
    }

    private struct Record: Decodable, Equatable {
        let row: Int
        let line: Int
        /// Nil for a cell with bytes that are no text.
        let cells: [String?]
    }

    /// Words of the refusal for each purpose.
    private static let words = [
        "stray-quote": "a quote stands inside a field without quotes",
        "behind-quote": "text follows the closing quote",
        "unclosed-quote": "the quote that opens here is not closed",
        "long-field": "longer than 64 KiB",
        "many-columns": "more than 256 columns",
        "nul": "NUL",
        "cut-off": "ends in the middle of a character",
    ]

    private static let count = LongRun.isOn ? 10_000 : 500

    @Test func `every generated file is read as Python reads it, or refused on purpose`()
        async throws
    {
        let folder = try TemporaryFolder()
        try await Oracle.run("make_csv.py", folder.path, "--files", "\(Self.count)")
        let files = try JSONDecoder().decode(
            [File].self,
            from: Data(folder.bytes(of: "expected.json"))
        )
        var equal = 0
        var refused: [String: Int] = [:]
        var unclear = 0
        for (number, file) in files.enumerated() {
            let source = ScheduleSource(
                bytes: try folder.bytes(of: file.name),
                chunkSize: [1 << 16, 1, 7, 64, 4096][number % 5]
            )
            do {
                let text = try TextRecords(source)
                let records = try Self.records(of: text)
                #expect(file.purpose == nil, "\(file.name) is read")
                #expect(records == file.records, "\(file.name)")
                #expect(text.form.delimiter.rawValue == file.delimiter, "\(file.name)")
                Self.expect(text.form.encoding, toBe: file.encoding, in: file.name)
                equal += 1
            } catch let error as ScheduleError {
                if error.english.contains("The encoding cannot be told") {
                    unclear += 1
                } else {
                    let purpose = try #require(file.purpose, "\(file.name): \(error)")
                    let words = try #require(Self.words[purpose])
                    #expect(error.english.contains(words), "\(file.name): \(error)")
                    #expect(error.line == file.line, "\(file.name): \(error)")
                    refused[purpose, default: 0] += 1
                }
            }
        }
        #expect(files.count == Self.count)
        // Each is a file that a person must name the encoding of: a nuisance, never a wrong name.
        #expect(unclear * 25 <= files.count, "\(unclear) files")
        #expect(equal * 100 > files.count * 80, "\(equal) files")
        #expect(Set(refused.keys) == Set(Self.words.keys), "\(refused)")
        Attachment.record("equal \(equal), unclear \(unclear), refused \(refused)", named: "sums")
    }

    private static func records(of text: TextRecords) throws -> [Record] {
        var records: [Record] = []
        try text.forEachRecord { record in
            let cells = (0..<record.count).map { String(validating: record[$0], as: UTF8.self) }
            records.append(Record(row: record.row, line: record.line, cells: cells))
            return .more
        }
        return records
    }

    /// Latin-9 is Windows-1252 wherever none of its eight own characters stands in the file.
    private static func expect(
        _ found: ScheduleEncoding,
        toBe expected: String,
        in file: String
    ) {
        let isAlike = expected == "iso-8859-15" && found == .windows1252
        #expect(found.rawValue == expected || isAlike, "\(file)")
    }
}
