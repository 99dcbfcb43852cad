import Glibc
import MailCore
import MailImport
import TestSupport
import Testing

struct WorkbookRefusalTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private static func message(_ bytes: [UInt8]) throws -> String {
        try #require(#expect(throws: ScheduleError.self) { try Workbook(bytes: bytes) }).english
    }

    /// The message against the small workbook after a change to its archive.
    private static func message(
        _ change: (inout StoredArchive) throws -> Void
    ) throws -> String {
        var file = SmallWorkbook()
        file.rows = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
        var archive = file.archive
        // What is refused below must be the change.
        #expect(try Workbook(bytes: archive.bytes).facts.rows == 1)
        try change(&archive)
        return try message(archive.bytes)
    }

    private static func index(of name: String, in archive: StoredArchive) throws -> Int {
        try #require(archive.parts.firstIndex { $0.name == name })
    }

    @Test(arguments: [
        (["mimetype", "content.xml", "META-INF/manifest.xml"], "save it as .xlsx"),
        (["word/document.xml", "readme.txt"], "no Excel workbook"), ([], "no Excel workbook"),
    ])
    func `another archive is no workbook`(names: [String], fragment: String) throws {
        let archive = StoredArchive(names.map { .init($0, "x") })
        #expect(try Self.message(archive.bytes).contains(fragment))
    }

    @Test(arguments: [
        ("word/document.xml", "a Word document"), ("ppt/presentation.xml", "a presentation"),
        ("xl/workbook.bin", "a binary Excel workbook"),
    ])
    func `another document of Office is no workbook`(main: String, fragment: String) throws {
        let message = try Self.message { archive in
            let relations = String(decoding: archive.parts[0].bytes, as: UTF8.self)
            let parts = relations.split(separator: "xl/workbook.xml")
            archive.parts[0] = .init("_rels/.rels", parts.joined(separator: main))
        }
        #expect(message.contains(fragment))
    }

    @Test func `a damaged archive is refused, wherever it is cut off`() throws {
        var file = SmallWorkbook()
        file.rows = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
        let bytes = file.archive.bytes
        for length in stride(from: 1, to: bytes.count, by: 41) {
            #expect(try Self.message(Array(bytes[..<length])).contains("damaged or cut off"))
        }
    }

    @Test func `a wrong checksum or size is refused`() throws {
        for name in [Self.sheet, "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
            #expect(
                try Self.message {
                    $0.parts[try Self.index(of: name, in: $0)].declaredChecksum = 7
                }.contains("damaged")
            )
        }
        for (size, fragment) in [(10, "ZIP bomb"), (100_000, "damaged")] {
            #expect(
                try Self.message {
                    $0.parts[try Self.index(of: Self.sheet, in: $0)].declaredSize = size
                }.contains(fragment)
            )
        }
    }

    @Test func `a part that ends too early is refused`() throws {
        for name in [Self.sheet, "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
            for dropped in [1, 5, 12] {
                let message = try Self.message {
                    $0.parts[try Self.index(of: name, in: $0)].bytes.removeLast(dropped)
                }
                #expect(message.contains("not the XML"))
            }
        }
    }

    @Test func `a protected or strangely compressed part is refused`() throws {
        #expect(
            try Self.message {
                $0.parts[try Self.index(of: Self.sheet, in: $0)].flags = 1
            }.contains("protected by a password")
        )
        #expect(
            try Self.message {
                $0.parts[try Self.index(of: Self.sheet, in: $0)].method = 12
            }.contains("compressed in a way")
        )
    }

    @Test(arguments: [
        ("../xl/styles.xml", "leads out of the archive"), ("/etc/passwd", "leads out"),
        (#"..\x"#, "leads out"), ("C:/x", "leads out"), ("xl/../x", "leads out"),
        ("xl/STYLES.xml", "the same name"), (#"xl\styles.xml"#, "the same name"),
    ])
    func `a name that no part may have is refused`(name: String, fragment: String) throws {
        #expect(try Self.message { $0.parts.append(.init(name, "x")) }.contains(fragment))
    }

    @Test func `a missing part is refused`() throws {
        for name in [Self.sheet, "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
            let message = try Self.message {
                $0.parts.remove(at: try Self.index(of: name, in: $0))
            }
            #expect(message.contains("a part that it names is missing"))
        }
    }

    @Test func `more than a schedule needs is refused before it is unpacked`() throws {
        #expect(
            try Self.message { archive in
                for number in 0..<30 {
                    var part = StoredArchive.Part(
                        "xl/\(number)",
                        bytes: Array(repeating: 0, count: 1 << 18)
                    )
                    part.declaredSize = 50 << 20
                    part.method = 8
                    archive.parts.append(part)
                }
            }.contains("ZIP bomb")
        )
        let large = [UInt8](repeating: 0, count: 64 << 20 + 1)
        #expect(try Self.message(large).contains("too large"))
    }

    @Test(arguments: [
        (#"<!DOCTYPE worksheet [<!ENTITY a "x">]>"#, "document type declaration"),
        (#"<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">"#, "document type declaration"),
        ("<!DOCTYPE worksheet>", "document type declaration"),
        ("<a/>", "not the XML it should be"), ("x", "not the XML it should be"),
    ])
    func `what stands in front of the sheet's own element is refused`(
        text: String,
        fragment: String
    ) throws {
        for name in [Self.sheet, "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"] {
            let message = try Self.message {
                $0.parts[try Self.index(of: name, in: $0)].bytes.insert(
                    contentsOf: text.utf8,
                    at: 0
                )
            }
            #expect(message.contains(fragment))
        }
    }

    @Test(arguments: [
        ("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>", "do not follow each other"),
        ("<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>", "do not follow each other"),
        ("<c r=\"A2\"><v>1</v></c>", "do not follow each other"),
        ("<c r=\"XFE1\"><v>1</v></c>", "do not follow each other"),
        ("<c r=\"x\"><v>1</v></c>", "do not follow each other"),
        ("</row><row r=\"1\"><c><v>1</v></c>", "do not follow each other"),
        ("</row><row r=\"0\">", "do not follow each other"),
        ("</row><row r=\"1048577\">", "rows below 1048576"),
        ("<c r=\"IW1\"><v>1</v></c>", "more than 256 columns"),
        ("<c t=\"s\"><v>1</v></c>", "names a text"), ("<c t=\"s\"><v>-1</v></c>", "names a text"),
        ("<c t=\"s\"><v>x</v></c>", "names a text"), ("<c s=\"2\"><v>1</v></c>", "names a format"),
        ("<c s=\"-1\"><v>1</v></c>", "names a format"), ("<c t=\"x\"><v>1</v></c>", "of a type"),
        ("<c><v>x</v></c>", "something else"), ("<c><v>0x10</v></c>", "something else"),
        ("<c><v>nan</v></c>", "something else"), ("<c><v>1E999</v></c>", "something else"),
        ("<c><v>1,5</v></c>", "something else"), ("<c><v> </v></c>", "something else"),
        ("<c t=\"b\"><v>2</v></c>", "something else"),
        ("<c><v>1</v><v>2</v></c>", "something else"),
        ("<c><is><t>x</t></is></c>", "something else"),
        ("<c t=\"inlineStr\"><v>x</v></c>", "something else"),
        ("<c t=\"str\"><v>\(String(repeating: "x", count: 65_537))</v></c>", "longer than 64 KiB"),
        ("<c t=\"str\"><v>&a;</v></c>", "not the XML"), ("<c x:t=\"s\"/>", "not the XML"),
        ("<c>", "not the XML"), ("<c t=\"str\"><v>\u{1}</v></c>", "not the XML"),
    ])
    func `a cell that contradicts itself or its place is refused`(
        cells: String,
        fragment: String
    ) throws {
        var file = SmallWorkbook()
        file.strings = "<si><t>x</t></si>"
        file.styles = [0, 14]
        file.rows = "<row r=\"1\">\(cells)</row>"
        let message = try Self.message(file.archive.bytes)
        #expect(message.contains(fragment), "\(message)")
    }

    @Test func `a refusal names the row`() throws {
        var file = SmallWorkbook()
        file.rows = #"<row r="7"><c r="A7" t="s"><v>0</v></c></row>"#
        let error = #expect(throws: ScheduleError.self) { try file.read() }
        #expect(error?.row == 7 && error?.line == 7)
    }

    @Test func `a chart in first place is no table, and no sheet is no workbook`() throws {
        var file = SmallWorkbook()
        file.firstSheet = #"<sheet name="a" sheetId="1" r:id="rId3"/>"#
        #expect(try Self.message(file.archive.bytes).contains("a chart or macro sheet"))
        file.firstSheet = ""
        #expect(try Self.message(file.archive.bytes).contains("has no sheet"))
    }

    /// Tests/Oracles/make_bombs.py.
    @Test func `what swells when it is unpacked is refused`() async throws {
        let folder = try TemporaryFolder()
        let script = WorkbookPrograms.oracle("make_bombs.py")
        try await Program.run("python3", [script, folder.path])
        let bombs = [
            "attribute.xlsx": "not the XML", "columns.xlsx": "more than 256 columns",
            "deep.xlsx": "not the XML", "overlapping.xlsx": "on top of each other",
            "parts.xlsx": "more than 10000 parts", "ratio.xlsx": "ZIP bomb",
            "strings.xlsx": "too large", "understated.xlsx": "ZIP bomb",
        ]
        #expect(try folder.names == bombs.keys.sorted())
        for (name, fragment) in bombs {
            let start = Self.secondsOfThisThread
            let bytes = try folder.bytes(of: name)
            let message = (try? Self.message(bytes)) ?? "not refused"
            #expect(message.contains(fragment), "\(name): \(message)")
            #expect(Self.secondsOfThisThread - start < 20, "\(name)")
        }
    }

    /// What it has computed: other tests do not count.
    private static var secondsOfThisThread: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
