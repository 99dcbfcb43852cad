import MailConsole
import TestSupport
import Testing

/// What a browser sends with a file, however it is cut up on its way.
struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=\"----grenze\""
    /// Cells that look like the delimiter, almost.
    private static let cells = "a;b\r\n------grenz\r\n--\r\n----grenze\r\n\r\n;ä"
    private static let body =
        "------grenze\r\nContent-Disposition: form-data; name=\"zeichen\"\r\n\r\nabc\r\n"
        + "------grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"ä.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\n\(cells)\r\n------grenze--\r\n"

    /// What came of it, with the octets of each part in one.
    private static func parts(_ chunks: [ArraySlice<UInt8>]) throws -> [String] {
        var reader = try MultipartReader(contentType: type)
        var parts: [String] = []
        var octets: [UInt8] = []
        for chunk in chunks {
            for event in try reader.read(chunk) {
                switch event {
                case .part(let name, let file): parts.append("\(name) \(file ?? "-")")
                case .octets(let some): octets += some
                case .partEnds:
                    parts.append(String(decoding: octets, as: UTF8.self))
                    octets = []
                }
            }
        }
        try reader.end()
        return parts
    }

    private static let wanted = ["zeichen -", "abc", "datei ä.csv", cells]

    @Test func `the answer is the same wherever it is cut in two`() throws {
        let octets = Array(Self.body.utf8)
        for place in 0...octets.count {
            let found = try Self.parts([octets[..<place], octets[place...]])
            #expect(found == Self.wanted, "cut at \(place)")
        }
    }

    @Test func `the answer is the same an octet at a time`() throws {
        let octets = Array(Self.body.utf8)
        #expect(try Self.parts(octets.indices.map { octets[$0...$0] }) == Self.wanted)
    }

    @Test func `what is cut off is no form`() throws {
        let octets = Array(Self.body.utf8)
        for place in 0..<(octets.count - 4) {
            #expect(throws: MultipartReader.Flaw.cutOff) { try Self.parts([octets[..<place]]) }
        }
    }

    @Test func `too many parts and endless headers are refused while they come in`() throws {
        let part = "------grenze\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n"
        let many = Array(String(repeating: part, count: 21).utf8)
        #expect(throws: MultipartReader.Flaw.tooManyParts) { try Self.parts([many[...]]) }
        let long = Array(("------grenze\r\n" + String(repeating: "x", count: 9_000)).utf8)
        #expect(throws: MultipartReader.Flaw.headerTooLong) { try Self.parts([long[...]]) }
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "",
        "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    ])
    func `without a boundary nothing is read`(type: String) {
        #expect(throws: MultipartReader.Flaw.noBoundary) {
            try MultipartReader(contentType: type)
        }
    }

    @Test func `another beginning is no form`() {
        let octets = Array("------falsche\r\n\r\n".utf8)
        #expect(throws: MultipartReader.Flaw.notMultipart) { try Self.parts([octets[...]]) }
    }
}
