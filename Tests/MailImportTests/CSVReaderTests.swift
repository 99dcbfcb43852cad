import MailCore
import MailImport
import Testing

struct CSVReaderTests {
    @Test(arguments: [
        ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
        ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
        ("a;b\rc;d\r", [["a", "b"], ["c", "d"]]),
        ("a\rb\r\nc\nd", [["a"], ["b"], ["c"], ["d"]]),
        ("\"a;\"\"b\"\"\";c", [["a;\"b\"", "c"]]),
        ("\"a\r\nb\";c\r\n", [["a\r\nb", "c"]]),
        (";;\n", [["", "", ""]]),
        ("\"\"\n\"\"", [[""], [""]]),
        ("a\n\n\r\nb", [["a"], ["b"]]),
        ("a;", [["a", ""]]),
        ("", []),
    ])
    func `records are those of RFC 4180, wherever the chunks end`(
        text: String,
        expected: [[String]]
    ) throws {
        for chunkSize in 1...8 {
            #expect(try fields(text, chunkSize: chunkSize) == expected, "chunks of \(chunkSize)")
        }
    }

    @Test func `line and row are counted as an editor and a spreadsheet count them`() throws {
        let text = "h\r\n\"one\r\ntwo\rthree\nfour\"\n\nlast"
        let places = try records(text, chunkSize: 3).map { [$0.row, $0.line] }
        #expect(places == [[1, 1], [2, 2], [4, 7]])
    }

    @Test(arguments: [
        ("a;b\nc;d\"e", 2), ("a\n\"b\"c", 2), ("a\n\"b\nc\" ;d", 3), ("a;b\"\"\n", 1),
    ])
    func `a stray quote refuses the file at its line`(text: String, line: Int) {
        #expect(fault(text)?.line == line)
    }

    @Test func `a quote that is never closed is reported where it opens`() {
        #expect(fault("a;b\nc;\"d\ne\nf")?.line == 2)
        #expect(fault("a\n\"" + String(repeating: "b\n", count: 40_000))?.line == 2)
    }

    @Test func `a field of more than 64 KiB and a row of more than 256 columns are refused`() {
        let field = String(repeating: "x", count: 1 << 16)
        #expect(fault(field) == nil)
        #expect(fault(field + "x") != nil)
        let delimiters = String(repeating: ";", count: 255)
        #expect(fault(delimiters) == nil)
        #expect(fault(delimiters + ";") != nil)
    }

    @Test func `what is written with quotes is read back unchanged`() throws {
        var generator = Linear(state: 1)
        let alphabet = ["a", "ü", "\"", ";", "\n", "\r", " ", "\t", ","]
        for _ in 0..<300 {
            let rows = (0...Int.random(in: 0...5, using: &generator)).map { _ in
                (0...Int.random(in: 0...4, using: &generator)).map { _ in
                    (0..<Int.random(in: 0...6, using: &generator))
                        .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
                }
            }
            let text = rows.map { row in row.map(quoted).joined(separator: ";") + "\r\n" }.joined()
            let chunkSize = Int.random(in: 1...20, using: &generator)
            #expect(try fields(text, chunkSize: chunkSize) == rows, "\(text)")
        }
    }

    private func quoted(_ field: String) -> String {
        let doubled = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"\(doubled)\""
    }

    private func fields(_ text: String, chunkSize: Int) throws -> [[String]] {
        try records(text, chunkSize: chunkSize).map { record in
            (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
        }
    }

    private func records(_ text: String, chunkSize: Int) throws -> [CSVRecord] {
        var records: [CSVRecord] = []
        var reader = CSVReader(delimiter: UInt8(ascii: ";"))
        let next = try ScheduleSource(bytes: Array(text.utf8), chunkSize: chunkSize).open()
        while let chunk = try next() {
            try chunk.withUnsafeBufferPointer { try reader.read($0) { records.append($0) } }
        }
        try reader.finish { records.append($0) }
        return records
    }

    private func fault(_ text: String) -> ScheduleError? {
        do {
            _ = try records(text, chunkSize: 1 << 12)
            return nil
        } catch {
            return error as? ScheduleError
        }
    }

    /// The same numbers in every run.
    private struct Linear: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }
}
