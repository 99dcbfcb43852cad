import Foundation
import MailImport
import Testing

/// What a column can mean stands in two pages, by the words of `--map`.
struct DocumentedFieldTests {
    private static func lines(of page: String) throws -> [Substring] {
        let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs"
        )
        return try String(contentsOf: docs.appending(path: page), encoding: .utf8)
            .split(separator: "\n")
    }

    private static func words(in text: some StringProtocol) -> [String] {
        String(text).matches(of: /`([a-z]+)`/).map { String($0.1) }
    }

    private static let fields = ScheduleField.allCases.map(\.rawValue).sorted()

    @Test func `the option that maps columns lists every field`() throws {
        let line = try #require(
            try Self.lines(of: "commands.md").first { $0.hasPrefix("| `--map FIELD=HEADER`") }
        )
        #expect(Self.words(in: line).sorted() == Self.fields)
    }

    @Test func `how a cell of each is shown stands in one row`() throws {
        let lines = try Self.lines(of: "inspect.md")
        let start = try #require(lines.firstIndex { $0.hasPrefix("| Column | Example") })
        let table = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
        let columns = table.map { $0.split(separator: "|")[0] }
        #expect(columns.flatMap { Self.words(in: $0) }.sorted() == Self.fields)
    }
}
