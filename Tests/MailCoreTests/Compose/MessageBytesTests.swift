import Foundation
import MailCore
import TestSupport
import Testing

/// The finished octets, as Python's email package reads them.
struct MessageBytesTests {
    private static let html = "<p>{{#termine}}{{ort}}{{/termine}}</p>"

    private static func expectKept(_ reading: MessageReading) {
        #expect(reading.faults + reading.defects == [])
        #expect(reading.preamble + reading.epilogue == "")
        #expect(reading.type == "multipart/alternative")
        #expect(Set(reading.charsets) == ["utf-8"])
        #expect(
            reading.partHeaders.allSatisfy { $0 == ["Content-Type", "Content-Transfer-Encoding"] }
        )
    }

    @Test func `the header is the closed list, with one bare address in To`() async throws {
        let message = try Messages.render(site: "Haus A", html: Self.html)
        let reading = try await MessageReading.one(message)
        Self.expectKept(reading)
        #expect(
            reading.names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Language", "Auto-Submitted", "X-Auto-Response-Suppress",
            ]
        )
        #expect(reading.to == [["", "joerg@example.org"]])
        #expect(reading.from == ["Musterkreis Terminservice", "termine@kreis.example"])
        #expect(reading.id == "<\(try Messages.id().text)@kreis.example>")
        #expect(reading.partTypes == ["text/plain", "text/html"])
        let header = String(decoding: message.bytes, as: UTF8.self)
        #expect(header.contains("\r\nTo: joerg@example.org\r\n"))
        #expect(header.contains("\r\nAuto-Submitted: auto-generated\r\n"))
        #expect(header.contains("\r\nX-Auto-Response-Suppress: OOF, AutoReply, RN, NRN, DR\r\n"))
        #expect(header.contains("\r\nContent-Language: de\r\n"))
        #expect(message.sender.text == "ruecklauf@kreis.example")
        #expect(message.recipient.text == "joerg@example.org")
    }

    @Test func `a template without HTML makes a message with one part`() async throws {
        let reading = try await MessageReading.one(Messages.render(site: "Haus A"))
        Self.expectKept(reading)
        #expect(reading.partTypes == ["text/plain"])
        #expect(reading.text == "Haus A\r\n")
    }

    static let lines = [
        ".", "..", ".hidden", "From here", "From", "-- ", "--=_x--", "a=b", "=", "==20", "=?x?=",
        "\t", " leading", "trailing   ", "a  b", "~", "{}[]()<>\"'`^|\\#$%&*!?", "é", "\u{FEFF}x",
        "ليلى حداد", "Пётр", "👩‍⚕️🏳️‍🌈", "e\u{301}\u{302}\u{303}", "漢字", "\u{10FFFF}", "a\u{200B}b",
        String(repeating: "a", count: 75), String(repeating: "a", count: 76),
        String(repeating: "a", count: 77), String(repeating: "a", count: 1_200),
        String(repeating: ".", count: 200), String(repeating: "=", count: 100),
        String(repeating: "a", count: 75) + ".b", String(repeating: "a", count: 74) + ".b",
        String(repeating: "a", count: 75) + "From b", String(repeating: "a", count: 73) + "éé",
        String(repeating: "a", count: 75) + " b", String(repeating: "a", count: 76) + "  ",
        String(repeating: "a ", count: 60), String(repeating: "ü", count: 50),
    ]

    @Test func `every line arrives as it was and none begins with a dot`() async throws {
        let messages = try Self.lines.map { try Messages.render(site: $0, html: Self.html) }
        for (line, reading) in zip(Self.lines, try await MessageReading.all(of: messages)) {
            Self.expectKept(reading)
            #expect(Array(reading.text.utf8) == Array(Messages.arrived(line).utf8), "\(line)")
        }
    }

    @Test func `lines of a template arrive with CRLF whatever they ended with`() async throws {
        let text = "eins\r\nzwei\n\n.drei\nFrom vier  \n\n\n"
        let reading = try await MessageReading.one(Messages.render(site: nil, text: text))
        Self.expectKept(reading)
        #expect(reading.text == "eins\r\nzwei\r\n\r\n.drei\r\nFrom vier\r\n")
    }

    @Test(arguments: [
        ("Ihr Termin in Köln findet nicht statt.", "quoted-printable"),
        ("لن يُعقد موعدك يوم الثلاثاء", "base64"),
        ("Ваш приём не состоится", "base64"),
        ("Randevunuz iptal edilmiştir: Ayşe Yılmaz", "quoted-printable"),
    ])
    func `the shorter encoding is chosen`(text: String, encoding: String) async throws {
        let text = String(repeating: text + "\n", count: 20)
        let reading = try await MessageReading.one(Messages.render(site: nil, text: text))
        Self.expectKept(reading)
        #expect(reading.encodings == [encoding])
        #expect(reading.text == text.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: [
        ("2021-03-16T17:42:07+01:00", "Tue, 16 Mar 2021 17:42:07 +0100"),
        ("2021-03-28T01:59:59+01:00", "Sun, 28 Mar 2021 01:59:59 +0100"),
        ("2021-03-28T03:00:00+02:00", "Sun, 28 Mar 2021 03:00:00 +0200"),
        ("2021-10-31T02:30:00+02:00", "Sun, 31 Oct 2021 02:30:00 +0200"),
        ("2021-10-31T02:30:00+01:00", "Sun, 31 Oct 2021 02:30:00 +0100"),
        ("2024-02-29T23:59:59+01:00", "Thu, 29 Feb 2024 23:59:59 +0100"),
        ("2026-01-01T00:00:00+01:00", "Thu, 1 Jan 2026 00:00:00 +0100"),
    ])
    func `the date is local time with its offset`(iso: String, header: String) async throws {
        let date = try Date(iso, strategy: .iso8601)
        let message = try Messages.render(
            sampleRecipient("a@example.org"),
            on: sampleLetter(),
            date: date
        )
        #expect(String(decoding: message.bytes, as: UTF8.self).contains("\r\nDate: \(header)\r\n"))
        let reading = try await MessageReading.one(message)
        #expect(reading.date == Int(date.timeIntervalSince1970))
        #expect(reading.offset == (header.hasSuffix("+0200") ? 7_200 : 3_600))
    }
}
