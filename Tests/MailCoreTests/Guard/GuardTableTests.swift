import Foundation
import MailCore
import TestSupport
import Testing

/// The table of docs/guard.md, walked cell by cell.
struct GuardTableTests {
    /// As the document names where something stands.
    private static let places = [
        "in every letter alike", "in the recipient's own name", "in the recipient's own place",
        "in a place that five people go to", "neither",
    ]
    /// As the document names what is found, with examples of each that belong to row 57.
    private static let kinds: [(name: String, of: [GuardFinding.Kind], values: [String])] = [
        (
            "whole name", [.name],
            [
                "Anna Öztürk", "Öztürk, Anna", "ANNA ÖZTÜRK", "Öztürk; Anna", "Anna (Öztürk)",
                "Anna | Öztürk", "Anna — Öztürk", "Ａｎｎａ Öztürk", "Anna Oeztuerk",
                "Dr. Anna Öztürk", "Anna\u{200B} Öz\u{AD}türk",
            ]
        ),
        ("single word of a name", [.name], ["Anna", "Öztürk", "Oeztuerk-Platz"]),
        (
            "number or reference", [.phone, .reference],
            [
                "0171 3920025", "+49 (0)171 / 3920025", "０１７１.３９２００２５", "MK-7788-ZX",
                "mk7788zx", "MK—7788—ZX",
            ]
        ),
        (
            "address", [.address],
            ["anna@example.net", "anna(at)example.net", "anna{at}example.net"]
        ),
    ]

    @Test func `every cell of the table in the document is what the guard does`() throws {
        let table = try Self.table()
        #expect(table.map { $0[0] } == Self.places)
        for row in table {
            for (kind, expected) in zip(Self.kinds, row.dropFirst()) {
                for value in kind.values {
                    let outcome = try Self.outcome(of: value, row[0])
                    #expect(outcome == expected, "\(value) \(row[0])")
                }
            }
        }
    }

    /// Days and times are asked of the recipient's own row alone.
    @Test func `the table has a column for every kind of thing that is found`() {
        // What finds more is another guard: raise the version with the kinds.
        #expect(MessageGuard.version == 1 && GuardFinding.Kind.allCases.count == 5)
        #expect(
            Set(Self.kinds.flatMap(\.of)) == Set(GuardFinding.Kind.allCases).subtracting([.moment])
        )
    }

    /// The rows of the one table in which things stop.
    private static func table() throws -> [[String]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/guard.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("| Where it stands") })
        let cells = lines[start...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(Array(cells[0].dropFirst()) == kinds.map(\.name))
        return Array(cells.dropFirst(2))
    }

    private static func outcome(of value: String, _ place: String) throws -> String {
        let text = "{{anrede}},\n{{#termine}}{{datum}}, {{uhrzeit}}\n{{ort}}\n{{/termine}}"
        let letter = try sampleLetter(text: text + (place == places[0] ? "\n\(value)\n" : ""))
        func recipient(last: String, site: String) throws -> Recipient {
            try sampleRecipient("erika@example.org", first: "Erika", last: last, site: site)
        }
        let isSite = place == places[2] || place == places[3]
        let own = try recipient(
            last: place == places[1] ? "Beispiel \(value)" : "Beispiel",
            site: isSite ? "Haus \(value)" : "Haus A"
        )
        let written = place == places[4] ? try recipient(last: value, site: "Haus A") : own
        let messageGuard = MessageGuard(
            letter: letter,
            values: try values(site: place == places[3] ? "Haus \(value)" : nil)
        )
        let message = try Messages.render(written, on: letter)
        let findings =
            messageGuard.findingsInLetter() + messageGuard.findings(in: message, for: own)
        if findings.isEmpty { return "ignored" }
        return findings.allSatisfy(\.isQuestion) ? "asked" : "stops"
    }

    /// Row 57, and five people who go to that place.
    private static func values(site: String?) throws -> CampaignValues {
        var values = CampaignValues()
        let other = Contact(
            name: PersonName(first: "Anna", last: "Öztürk"),
            address: try EmailAddress(parsing: "anna@example.net"),
            phone: "0171 3920025",
            site: nil,
            reference: "MK-7788-ZX"
        )
        values.add(other, row: 57)
        for row in 60..<65 where site != nil {
            let visitor = Contact(
                name: PersonName(first: "Kuno", last: "Nummer\(row)"),
                address: nil,
                phone: nil,
                site: site,
                reference: nil
            )
            values.add(visitor, row: row)
        }
        return values
    }
}
