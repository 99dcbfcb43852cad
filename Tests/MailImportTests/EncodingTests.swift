import MailCore
import MailImport
import Testing

struct EncodingTests {
    private static let text =
        Schedules.header + "\r\n1;Müller;Jörg;joerg@example.org;;16.03.2021;09:10;gebucht\r\n"

    @Test(arguments: [
        (Array(text.utf8), ScheduleEncoding.utf8),
        ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8WithMark),
        (Schedules.latin1(text), .windows1252),
        (Array(text.utf8.filter { $0 < 0x80 }), .utf8),
        (Schedules.utf16(text, isLittle: true), .utf16LittleEndian),
        (Schedules.utf16(text, isLittle: false), .utf16BigEndian),
        ([0xFF, 0xFE] + Schedules.utf16(text, isLittle: true), .utf16LittleEndian),
        ([0xFE, 0xFF] + Schedules.utf16(text, isLittle: false), .utf16BigEndian),
        (
            Schedules.latin1(text.replacing("ü", with: "\u{81}").replacing("ö", with: "\u{94}")),
            .cp850
        ),
        (
            Schedules.latin1(text.replacing("ü", with: "\u{9F}").replacing("ö", with: "\u{9A}")),
            .macintosh
        ),
        (Schedules.latin1(text.replacing("Jörg", with: "\u{A6}imon")), .iso8859_15),
    ])
    func `the encoding is found`(bytes: [UInt8], encoding: ScheduleEncoding) throws {
        let schedule = try Schedules.read(bytes: bytes)
        let name = schedule.rows.first?.contact?.name.last
        #expect(name == "Müller" || (name == "Mller" && encoding == .utf8))
        #expect(schedule.textForm?.encoding == encoding)
        #expect(schedule.counts[.send] == 1)
        #expect(schedule.mappedColumns.first?.header == "E-Mail")
    }

    @Test func `one encoding is decided for the whole file, not for its beginning`() throws {
        let plain = "1;A;B;a@example.org;;16.03.2021;09:10;\n"
        let rows = String(repeating: plain, count: 5_000) + "2;Groß;Käthe;;1234;16.03.2021;09:10;\n"
        let schedule = try Schedules.read(bytes: Schedules.latin1(Schedules.header + "\n" + rows))
        #expect(schedule.textForm?.encoding == .windows1252)
        #expect(schedule.rows.last?.contact?.name.last == "Groß")
    }

    @Test func `every defined byte of Windows-1252 is mapped`() throws {
        let row = Schedules.latin1("1;X;Y;a@example.org;;16.03.2021;09:10;")
        let high = (0x80...0xFF).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        for (index, byte) in row.enumerated() where byte == UInt8(ascii: "X") {
            var bytes = Schedules.latin1(Schedules.header + "\n") + row
            bytes.replaceSubrange(
                (Schedules.header.utf8.count + 1 + index)...(Schedules.header.utf8.count + 1 + index),
                with: [UInt8(ascii: "X")] + high.map(UInt8.init) + [UInt8(ascii: "X")]
            )
            var options = ReadingOptions()
            options.encoding = .windows1252
            let schedule = try Schedules.read(bytes: bytes, options: options)
            let name = schedule.rows.first?.contact?.name.last ?? ""
            #expect(name.unicodeScalars.count == high.count + 2)
            #expect(name.hasPrefix("X€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u{A0}¡"))
            #expect(name.hasSuffix("ýþÿX"))
        }
    }

    @Test(arguments: [
        // Windows-1252 with one of its five holes.
        (Schedules.latin1("2;M\u{81}ller;J\u{F6}rg"), RowClass.rejected),
        (Schedules.latin1("2;M\u{FC}ller;J\u{F6}rg"), .send),
    ])
    func `a row with an undefined byte is rejected and named`(
        start: [UInt8],
        expected: RowClass
    ) throws {
        let header = Schedules.latin1(Schedules.header + "\n")
        let tail = Schedules.latin1(";b@example.org;;16.03.2021;09:10;\n")
        let other = Schedules.latin1("3;Gr\u{FC}n;Bj\u{F6}rn;;1234;16.03.2021;09:20;\n")
        let schedule = try Schedules.read(bytes: header + start + tail + other)
        #expect(schedule.rows.map(\.rowClass) == [expected, .noEmail])
        let problem = schedule.problems.first
        #expect(problem?.column == (expected == .rejected ? "Nachname" : nil))
        // Its place stands beside the words, so that rows of one kind can be told together.
        let words =
            "The cell holds bytes that are no text in the encoding of the file. "
            + "Export it again, or correct the cell."
        #expect(problem?.reasons.map(\.description) == (expected == .rejected ? [words] : nil))
    }

    @Test(arguments: [[UInt8](), [0xEF, 0xBB, 0xBF]])
    func `a damaged row of a UTF-8 file is rejected, the others are read`(mark: [UInt8]) throws {
        let good = "1;Müller;Jörg;a@example.org;;16.03.2021;09:10;\n"
        var bytes = mark + Array((Schedules.header + "\n" + good + good).utf8)
        bytes += Schedules.latin1("2;M\u{FC}ller;X;b@example.org;;16.03.2021;09:10;")
        var options = ReadingOptions()
        if mark.isEmpty {
            // Without a mark, somebody has to say that it is damaged and not something else.
            let error = Schedules.refusal { try Schedules.read(bytes: bytes) }
            #expect(error?.question == .encoding([.utf8]))
            options.encoding = .utf8
        }
        let schedule = try Schedules.read(bytes: bytes, options: options)
        #expect(Schedules.classes(schedule) == [.send, .duplicate, .rejected])
        #expect(schedule.problems.map(\.line) == [4])
    }

    @Test func `an acute accent does not become a letter by guess`() throws {
        let row = "1;D´Angelo;Jörg;a@example.org;;16.03.2021;09:10;"
        let bytes = Schedules.latin1(Schedules.header + "\n" + row)
        let schedule = try Schedules.read(bytes: bytes)
        #expect(schedule.textForm?.encoding == .windows1252)
        #expect(schedule.rows.first?.contact?.name.last == "D´Angelo")
    }

    @Test func `two letters that happen to be one of UTF-8 make no UTF-8`() throws {
        let schedule = try Schedules.read(
            bytes: Schedules.latin1(
                Schedules.header + "\n1;Wei\u{DF}\u{A0};Anna;a@example.org;;16.03.2021;09:10;\n"
                    + "2;M\u{FC}ller;Hans;b@example.org;;16.03.2021;09:20;"
            )
        )
        #expect(schedule.textForm?.encoding == .windows1252)
        #expect(schedule.rows.map(\.contact?.name.last) == ["Weiß", "Müller"])
    }

    @Test func `an address with a guessed letter waits for a person`() throws {
        let row = "1;Meier;Anna;anna@kov\u{E1}cs.example;;16.03.2021;09:10;"
        let bytes = Schedules.latin1("\(Schedules.header)\n\(row)")
        let guessed = try Schedules.read(bytes: bytes)
        #expect(Schedules.classes(guessed) == [.needsDecision])
        #expect(guessed.rows.first?.column == "E-Mail")
        var options = ReadingOptions()
        options.encoding = .windows1252
        let chosen = try Schedules.read(bytes: bytes, options: options)
        #expect(Schedules.classes(chosen) == [.send])
    }

    @Test(arguments: ["Dąbrowski", "Dvořák", "Kovačević", "Kamiński", "Gergő", "Świątek"])
    func `Central European Windows is asked about and read by option`(name: String) throws {
        let bytes = try #require(Bytes.of(name, in: .windows1250))
        let rows =
            Array("\(Schedules.header)\n1;".utf8) + bytes
            + Array(";Anna;a@example.org;;16.03.2021;09:10;".utf8)
        let error = Schedules.refusal { try Schedules.read(bytes: rows) }
        guard case .encoding(let candidates) = error?.question else {
            Issue.record("not asked")
            return
        }
        #expect(candidates.contains(.windows1250))
        var options = ReadingOptions()
        options.encoding = .windows1250
        let schedule = try Schedules.read(bytes: rows, options: options)
        #expect(schedule.rows.first?.contact?.name.last == name)
    }

    @Test(arguments: [true, false])
    func `a NUL is refused at its line`(isWide: Bool) {
        let text = "a;b\r\nc\rd\n\0;e"
        let wide = [0xFF, 0xFE] + Schedules.utf16(text, isLittle: true)
        let bytes = isWide ? wide : Array(text.utf8)
        #expect(Schedules.refusal { try Schedules.read(bytes: bytes) }?.line == 4)
    }

    @Test(arguments: [1, 2, 5, 1 << 16])
    func `of two faults the first is named, wherever the chunks end`(chunkSize: Int) {
        for (text, word) in [("a;b\n\"c\"d\n\0", "quote"), ("a;b\n\0\n\"c\"d", "NUL")] {
            let bytes = [0xFF, 0xFE] + Schedules.utf16(text, isLittle: true)
            let error = Schedules.refusal {
                try ScheduleImport.read(
                    source: ScheduleSource(bytes: bytes, chunkSize: chunkSize),
                    selection: Schedules.selection()
                )
            }
            #expect(error?.english.contains(word) == true)
            #expect(error?.line == 2)
        }
    }

    @Test func `a file of more than 1 GiB is refused without reading on`() throws {
        nonisolated(unsafe) var chunks = 0  // One thread reads.
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 26)
        let source = ScheduleSource {
            chunks = 0
            return {
                chunks += 1
                return chunk
            }
        }
        let selection = try Schedules.selection()
        let error = Schedules.refusal {
            try ScheduleImport.read(source: source, selection: selection)
        }
        #expect(error?.english.contains("1 GiB") == true)
        #expect(chunks == 17)
    }

    @Test func `text that was encoded twice is refused`() {
        let broken = "1;MÃ¼ller;Jörg;a@example.org;;16.03.2021;09:10;"
        #expect(Schedules.refusal { try Schedules.read(rows: broken) }?.line == 2)
        let mixed = Array((Schedules.header + "\n1;Müller;X;;;16.03.2021;09:10;\n").utf8)
        let foreign = Schedules.latin1("2;\u{FC}\u{E4}\u{F6};Y;;;16.03.2021;09:10;")
        let error = Schedules.refusal { try Schedules.read(bytes: mixed + foreign) }
        #expect(error?.question == .encoding([.utf8]))
    }

    @Test(arguments: [
        (Array("a\0\0b".utf8), "NUL"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "Excel"),
        (Array("%PDF-1.7".utf8), "PDF"),
        (Array("\r\n <HTML><body>".utf8), "web page"),
        (Array("<table><tr>".utf8), "web page"),
    ])
    func `a file that is no CSV is refused with the way out`(bytes: [UInt8], word: String) {
        let error = Schedules.refusal { try Schedules.read(bytes: bytes) }
        #expect(error?.english.contains(word) == true)
        #expect(error?.english.contains("CSV") == true || word == "Excel")
    }

    @Test(arguments: [
        // An odd number of bytes, a lonely half of a pair, and a NUL, behind a byte order mark.
        ([0x41], "middle of a character"),
        ([0x3D, 0xD8], "middle of a character"),
        ([0x00, 0x00], "NUL"),
    ])
    func `broken UTF-16 is refused`(end: [UInt8], words: String) {
        let bytes = [0xFF, 0xFE] + Schedules.utf16(Self.text, isLittle: true) + end
        #expect(
            Schedules.refusal { try Schedules.read(bytes: bytes) }?.english.contains(words) == true
        )
    }

    @Test func `a broken pair in UTF-16 rejects its row alone`() throws {
        let rows = Self.text + "2;A;B;b@example.org;;16.03.2021;09:10;\r\n"
        var bytes = Schedules.utf16(rows, isLittle: true)
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "B")))
        bytes.replaceSubrange(place...place + 1, with: [0x00, 0xDC])
        let schedule = try Schedules.read(bytes: bytes)
        #expect(Schedules.classes(schedule) == [.send, .rejected])
        #expect(schedule.problems.first?.column == "Vorname")
    }

    @Test func `characters beyond the basic plane come through UTF-16`() throws {
        let text = Self.text.replacing("Jörg", with: "𠮷野")
        let schedule = try Schedules.read(bytes: Schedules.utf16(text, isLittle: false))
        #expect(schedule.rows.first?.contact?.name.first == "𠮷野")
    }

    @Test func `code pages that fit alike are refused until one is chosen`() throws {
        let bytes = Schedules.latin1(
            Self.text.replacing("ü", with: "\u{81}").replacing("ö", with: "\u{F6}")
        )
        let error = Schedules.refusal { try Schedules.read(bytes: bytes) }
        #expect(error?.english.contains("--encoding") == true)
        var options = ReadingOptions()
        options.encoding = .windows1252
        let schedule = try Schedules.read(bytes: bytes, options: options)
        #expect(Schedules.classes(schedule) == [.rejected])
        #expect(schedule.textForm?.encodingCertainty == .chosen)
    }

    @Test(arguments: [ScheduleEncoding.windows1252, .iso8859_15, .cp850, .macintosh])
    func `text that was encoded twice through a code page is refused`(
        encoding: ScheduleEncoding
    ) throws {
        var options = ReadingOptions()
        options.encoding = encoding
        let bytes = Array("\(Schedules.header)\n1;Müller;X;;;16.03.2021;09:10;\n".utf8)
        let error = Schedules.refusal { try Schedules.read(bytes: bytes, options: options) }
        #expect(error?.line == 2)
        #expect(error?.english.contains("encoded twice") == true)
    }
}
