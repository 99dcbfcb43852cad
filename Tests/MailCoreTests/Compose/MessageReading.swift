import Foundation
import MailCore
import TestSupport

/// A message as Python's email package reads it (Tests/Oracles/check_one_message.py).
struct MessageReading: Decodable {
    let faults: [String]
    let defects: [String]
    /// The header fields, in their order.
    let names: [String]
    /// Display name and address.
    let from: [String]
    /// Every address in `From`.
    let senders: [String]
    /// Display name and address of each mailbox.
    let to: [[String]]
    let subject: String
    /// Seconds since 1970.
    let date: Int
    /// Seconds east of UTC.
    let offset: Int
    let id: String
    let type: String
    let partTypes: [String]
    let partHeaders: [[String]]
    let charsets: [String]
    let encodings: [String]
    let text: String
    let html: String?
    let preamble: String
    let epilogue: String

    /// Reads messages, in one run of Python.
    static func all(of messages: [OutgoingMessage]) async throws -> [MessageReading] {
        let folder = try TemporaryFolder()
        for (number, message) in messages.enumerated() {
            let name = String(1_000_000 + number)
            try Data(message.bytes).write(to: URL(filePath: "\(folder.path)/\(name).eml"))
        }
        let script = URL(filePath: #filePath)
            .appending(path: "../../../Oracles/check_one_message.py").standardizedFileURL
        let output = try await Program.run("python3", [script.path, folder.path])
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([MessageReading].self, from: Data(output.utf8))
    }

    static func one(_ message: OutgoingMessage) async throws -> MessageReading {
        guard let reading = try await all(of: [message]).first else { throw Given.Missing() }
        return reading
    }
}

/// Messages that stand in the test.
enum Messages {
    static let date = Date(timeIntervalSince1970: 1_615_826_527)

    static func id(_ number: Int = 1) throws -> MessageID {
        let digits = String(number, radix: 16)
        let text = String(repeating: "0", count: 32 - digits.count) + digits
        guard let id = MessageID(parsing: text) else { throw Given.Missing() }
        return id
    }

    static func render(
        _ recipient: Recipient,
        on letter: Letter,
        id: MessageID? = nil,
        date: Date = Messages.date
    ) throws -> OutgoingMessage {
        try OutgoingMessage.render(
            for: recipient,
            on: letter,
            id: id ?? Messages.id(),
            date: date,
            in: Given.berlin()
        )
    }

    /// A message whose text, and HTML, is only this site, to Jörg Müller.
    static func render(
        site: String?,
        text: String = "{{#termine}}{{ort}}\n{{/termine}}",
        html: String? = nil
    ) throws -> OutgoingMessage {
        try render(
            sampleRecipient("joerg@example.org", site: site),
            on: sampleLetter(text: text, html: html)
        )
    }

    /// What a text must be after its journey: CRLF, no blanks at line ends, none at its end.
    static func arrived(_ text: String) -> String {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        lines = lines.map { line in
            var line = line.unicodeScalars
            while line.last == " " || line.last == "\t" { line.removeLast() }
            return Substring(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.isEmpty ? "\r\n" : lines.map { $0 + "\r\n" }.joined()
    }
}
