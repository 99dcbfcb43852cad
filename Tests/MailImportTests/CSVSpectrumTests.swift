import Foundation
import MailCore
import MailImport
import Testing

/// The files of maxogden/csv-spectrum; they lie beside the project, which carries no copy.
struct CSVSpectrumTests {
    private static let folder =
        (ProcessInfo.processInfo.environment["EINZELPOST_CORPORA"].map { URL(filePath: $0) }
        ?? Oracle.checkout.appending(path: "../shared/corpora").standardizedFileURL)
        .appending(path: "csv-spectrum").path

    private static var isThere: Bool {
        FileManager.default.isReadableFile(atPath: "\(folder)/csvs")
    }

    @Test(.enabled(if: isThere, "csv-spectrum is not at ../shared/corpora/csv-spectrum"))
    func `all eleven files of csv-spectrum are read as their authors say`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/csvs")
        #expect(names.count == 11)
        for name in names {
            let bytes = try Self.bytes(of: name)
            let json = name.replacing(".csv", with: ".json")
            let expected = try JSONDecoder().decode(
                [[String: String]].self,
                from: Data(contentsOf: URL(filePath: "\(Self.folder)/json/\(json)"))
            )
            for chunkSize in [1, 3, 1 << 16] {
                let source = ScheduleSource(bytes: bytes, chunkSize: chunkSize)
                #expect(try Self.rows(of: source) == expected, "\(name)")
            }
        }
    }

    /// A file as the repository's `.gitattributes` checks it out: `csvs/*_crlf.csv eol=crlf`.
    private static func bytes(of name: String) throws -> [UInt8] {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/csvs/\(name)")))
        let returns = bytes.contains(UInt8(ascii: "\r"))
        guard name.hasSuffix("_crlf.csv"), !returns else { return bytes }
        return bytes.flatMap { $0 == UInt8(ascii: "\n") ? Array("\r\n".utf8) : [$0] }
    }

    /// Each row as its cells by the names in the first row.
    private static func rows(of source: ScheduleSource) throws -> [[String: String]] {
        var rows: [[String]] = []
        try TextRecords(source).forEachRecord { record in
            rows.append((0..<record.count).map { String(decoding: record[$0], as: UTF8.self) })
            return .more
        }
        let header = rows.removeFirst()
        return rows.map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
