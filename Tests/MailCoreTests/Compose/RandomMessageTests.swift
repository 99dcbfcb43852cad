import MailCore
import TestSupport
import Testing

/// Several hundred made-up people with every kind of letter in their names.
struct RandomMessageTests {
    private static let alphabets: [[Character]] = [
        Array("abcdefghijklmnopqrstuvwxyz ABCDEF"), Array("äöüßÄÖÜéèêçñøåłşğı "),
        Array("ليلىحدادمحمد "), Array("абвгдежзийкъ "), Array("漢字李小龍日本語"),
        Array("👩‍⚕️🏳️‍🌈😀🇩🇪👍🏽"), Array(". -_=?:;,'\"<>&()[]{}/\\~+*#%$!|^`0123456789"),
        ["e\u{301}", "a\u{308}\u{323}", "\"\u{301}", "<\u{338}", "\u{200B}", "\u{FEFF}", "\u{A0}"],
        [".", "=", "F", "r", "o", "m", " ", "=?", "?="].map { Character($0.prefix(1).description) },
    ]

    private static func cell(using generator: inout SplitMix) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let alphabet = alphabets.randomElement(using: &generator) ?? []
            let length = Int.random(in: 1...60, using: &generator)
            text += (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
        }
        return text
    }

    @Test func `whatever people are called, the message keeps its form and says it`() async throws {
        var generator = SplitMix(seed: 1_494)
        let letter = try sampleLetter(
            text: "{{name}}\n{{#termine}}{{ort}}\n{{/termine}}Bitte kommen Sie nicht.",
            html: "<p>{{name}}</p>\n<p title=\"{{name}}\">{{#termine}}{{ort}}{{/termine}}</p>",
            subject: "Absage {{#termine}}{{ort}}{{/termine}} {{name}}"
        )
        let messageGuard = MessageGuard(letter: letter, values: CampaignValues())
        var cells: [(name: String, site: String)] = []
        var messages: [OutgoingMessage] = []
        for number in 1...400 {
            // A name with a "?" lost letters and is not printed.
            let name = String(Self.cell(using: &generator).unicodeScalars.filter { $0 != "?" })
            let site = Self.cell(using: &generator)
            let recipient = try sampleRecipient("a@example.org", first: nil, last: name, site: site)
            let message = try Messages.render(recipient, on: letter, id: Messages.id(number))
            #expect(messageGuard.findings(in: message, for: recipient) == [])
            cells.append((name, site))
            messages.append(message)
        }
        for (cell, reading) in zip(cells, try await MessageReading.all(of: messages)) {
            #expect(reading.faults + reading.defects == [])
            #expect(reading.to == [["", "a@example.org"]])
            let text = "\(cell.name)\n\(cell.site)\nBitte kommen Sie nicht."
            #expect(Array(reading.text.utf8) == Array(Messages.arrived(text).utf8))
            let (name, site) = (Self.escaped(cell.name), Self.escaped(cell.site))
            let html = Messages.arrived("<p>\(name)</p>\n<p title=\"\(name)\">\(site)</p>")
            #expect(Array((reading.html ?? "").utf8) == Array(html.utf8))
            #expect(Array(reading.subject.utf8) == Array("Absage \(cell.site) \(cell.name)".utf8))
        }
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: String(scalar)
            }
        }.joined()
    }
}
