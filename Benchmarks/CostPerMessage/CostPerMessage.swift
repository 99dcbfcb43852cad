import Foundation
import MailCore
import TestSupport

/// A made-up row; every value in it is its own.
func row(_ number: Int) throws -> ClassifiedRow {
    ClassifiedRow(
        row: number,
        line: number,
        rowClass: .send,
        reasons: [],
        start: AppointmentTime(iso8601: "2021-03-16T09:10:00+01:00"),
        contact: Contact(
            name: PersonName(first: "Vor\(word(number))", last: "Nach\(word(number))"),
            address: try EmailAddress(parsing: "person.\(number)@example.org"),
            phone: "0171 \(3_000_000 + number)",
            site: "Impfzentrum Musterkreis, Musterstraße 1, 12345 Musterstadt",
            reference: "MK-\(10_000_000 + number)"
        )
    )
}

/// A number in letters.
func word(_ number: Int) -> String {
    String(
        String(number, radix: 26).unicodeScalars.map { scalar in
            let value = Int(String(scalar), radix: 26) ?? 0
            return Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(value)))
        }
    )
}

func letter(in folder: String) throws -> Letter {
    func text(_ file: String) throws -> String {
        try String(contentsOfFile: "\(folder)/termin-absage/\(file)", encoding: .utf8)
    }
    return try Letter(
        template: Template(
            TemplateSource(
                name: "termin-absage",
                manifest: text("template.toml"),
                text: text("message.txt"),
                html: text("message.html")
            )
        ),
        authority: sampleAuthority()
    )
}

/// Microseconds for one message: the median of several rounds over the same messages.
func guardCost(people: Int, letter: Letter) throws -> (build: Double, each: Double) {
    let clock = ContinuousClock()
    var values = CampaignValues()
    let build = try clock.measure {
        for number in 1...people {
            if let contact = try row(number).contact { values.add(contact, row: number) }
        }
    }
    let messageGuard = MessageGuard(letter: letter, values: values)
    // Spread over the campaign, so that no cache can help more than it will in earnest.
    let sample = try (0..<400).map { try message(1 + $0 * people / 400, on: letter) }
    let rounds = (0..<7).map { _ in
        clock.measure {
            for (message, recipient) in sample {
                let findings = messageGuard.findings(in: message, for: recipient)
                precondition(findings.isEmpty, "a benchmark of messages that may not go")
            }
        }
    }.sorted()
    return (microseconds(build) / Double(people), microseconds(rounds[3]) / Double(sample.count))
}

func message(_ number: Int, on letter: Letter) throws -> (OutgoingMessage, Recipient) {
    let number = max(1, number)
    let row = try row(number)
    guard let contact = row.contact, let address = contact.address, let start = row.start else {
        preconditionFailure("a made-up row is complete")
    }
    let recipient = Recipient(
        address: address,
        name: contact.name,
        appointments: [
            Appointment(
                row: number,
                start: start,
                site: contact.site,
                reference: contact.reference
            )
        ]
    )
    var generator = SystemRandomNumberGenerator()
    let message = try OutgoingMessage.render(
        for: recipient,
        on: letter,
        id: MessageID(using: &generator),
        date: start.instant,
        in: .gmt
    )
    return (message, recipient)
}

func microseconds(_ duration: Duration) -> Double { duration / .microseconds(1) }

/// Microseconds for one message: adding it to the tree, and proving that it stands there.
func proofCost(messages: Int) -> (tree: Double, path: Double) {
    let clock = ContinuousClock()
    // As long as a real entry: id, digest, recipient and a row.
    let entries = (0..<messages).map { number in
        withUnsafeBytes(of: number) { Array($0) } + Array(repeating: 0, count: 190)
    }
    var tree = MerkleTree(of: [])
    let build = clock.measure { tree = MerkleTree(of: entries) }
    let root = tree.root
    let sample = (0..<1_000).map { $0 * messages / 1_000 }
    let prove = clock.measure {
        for index in sample {
            let path = MerklePath(index: index, size: messages, hashes: tree.path(to: index))
            precondition(path.root(from: entries[index]) == root, "a path that leads elsewhere")
        }
    }
    return (microseconds(build) / Double(messages), microseconds(prove) / Double(sample.count))
}

/// What one message costs to guard and to prove, in campaigns of growing size; it should be the same,
/// but for the path, which grows by one hash each time the campaign doubles.
@main
struct CostPerMessage {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let letter = try letter(in: arguments.first ?? "Templates")
        let sizes = arguments.dropFirst().compactMap(Int.init)
        print("Microseconds, each for one message.")
        print("| recipients | building the set | guard | tree | path and its check |")
        print("| ---: | ---: | ---: | ---: | ---: |")
        for people in sizes.isEmpty ? [1, 1_000, 1_000_000] : sizes {
            let guarding = try guardCost(people: people, letter: letter)
            let proving = proofCost(messages: people)
            let costs = [guarding.build, guarding.each, proving.tree, proving.path].map(tenths)
            print("| \(people) | \(costs.joined(separator: " | ")) |")
        }
    }
}

/// With one digit behind the point.
func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
