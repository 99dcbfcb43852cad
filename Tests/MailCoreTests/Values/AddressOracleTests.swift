import Foundation
import MailCore
import TestSupport
import Testing

/// Our reading of addresses beside that of two Python packages that are made for it.
@Suite(
    .enabled(
        if: FileManager.default.fileExists(
            atPath: AddressOracle.folder.appending(path: "ready").path
        ),
        "needs email-validator in .build-oracles, where “make test” puts it"
    )
)
struct AddressOracleTests {
    @Test(.enabled(if: Corpora.has(AddressCase.file), "needs isemail/tests.xml"))
    func `isemail's cases are read as others read them`() async throws {
        try await AddressOracle.judge(AddressCase.all().map(\.address), atLeast: 30)
    }

    @Test func `addresses with one character changed are read as others read them`() async throws {
        let good = [
            "a.b+c@example.org", "o'neill_x@mail.example.museum", "ida@straße.example",
            "q@xn--mller-kva.example", "k@müller-lüdenscheidt.example",
        ]
        try await AddressOracle.judge(good.flatMap(RandomAddress.mutations), atLeast: 8000)
    }

    @Test(arguments: [1, 2, 3])
    func `addresses made up at random are read as others read them`(seed: UInt64) async throws {
        var chance = SplitMix(seed: seed)
        let addresses = (0..<5000).map { _ in RandomAddress.plain(&chance) }
        try await AddressOracle.judge(addresses, atLeast: 400)
    }

    @Test(arguments: [4, 5, 6])
    func `international domains are read as others read them`(seed: UInt64) async throws {
        var chance = SplitMix(seed: seed)
        let addresses = (0..<5000).map { _ in RandomAddress.international(&chance) }
        try await AddressOracle.judge(addresses, atLeast: 1000)
    }

    @Test func `domains that are hard to read are read as others read them`() async throws {
        try await AddressOracle.judge(Self.hard.map { "a@\($0)" }, atLeast: 20)
    }

    @Test func `every kind of disagreement on the list occurs`() async throws {
        let examples = [
            "a@host.local", "a%b@example.org", "jörg@example.org", "a@xn--cxba.example",
            "a@\u{FF45}xample.org", "a@क\u{967}.example", "a@\u{4C0}.example",
            "\(String(repeating: "a", count: 65))@example.org",
        ]
        let verdict = try await AddressOracle.verdict(on: examples)
        #expect(try verdict.kinds == AddressOracle.listed())
    }

    private static let long = String(repeating: "d", count: 63)

    private static let hard = [
        "straße.example", "STRAẞE.example", "strasse.example", "βόλος.example", "ΒΌΛΟΣ.example",
        "βόλοσ.example", "نامه\u{200C}ای.example", "ශ්\u{200D}රී.example", "a\u{200D}b.example",
        "a\u{200C}b.example", "ﬀ.example", "ｅxample.org", "example。org", "example．org",
        "example｡org",
        "①.example", "x².example", "K.example", "ſ.example", "İ.example", "ı.example", "I.example",
        "xn--strae-oqa.example", "XN--STRAE-OQA.example", "xn--.example", "xn--a.example",
        "xn--a-.example", "xn---.example", "xn--ls8h.example", "xn--0.example", "xn--fsq.example",
        "xn--ß.example", "müller.xn--strae-oqa.example", "müller.xn--a.example", "xn--mller-kva.de",
        "xn--Mller-kva.de", "xn--mller-kvA.de", "xn--mlLer-kva.de", "xn--wva.example",
        "xn--vek.example", "xn--example-.org", "xn--xn---epa.example", "ab--cd.example",
        "r3---sn.example", "-a.example", "a-.example", "ü-.example", "-ü.example", "üb--cd.example",
        "a\u{301}.example", "x.\u{301}a.example", "x.\u{345}a.example", "é.example",
        "e\u{301}.example",
        "אב.example", "אב1.example", "1אב.example", "אבa.example", "a.אב.example", "1.אב.example",
        "א1٠.example", "\u{6E6}2\u{637}\u{667}.example", "גּ.example", "·.example", "l·l.example",
        "a·b.example", "か・き.example", "・.example", "͵α.example", "א׳.example", "\u{640}.example",
        "\u{302E}가.example", "가.example", "각.example", "☃.example", "i❤.example",
        "\u{1F4A9}.example",
        "exa\u{AD}mple.org", "exa\u{200B}mple.org", "exa\u{2060}mple.org", "exa\u{FE0F}mple.org",
        "a_b.example", "ü_b.example", "a b.example", "ü b.example", "ü/b.example", "ü:b.example",
        "ü℀.example", "ü℆.example", "\u{FF0E}example", "例え.テスト", "例え。テスト", "президент.рф",
        "ПРЕЗИДЕНТ.РФ", "bücher.example.", ".bücher.example", "bücher..example", "1.2.3.4",
        "bücher.123", "bücher.１２３", "127.0.0.1", "[127.0.0.1]", "example.or0",
        "\(long).example", "\(long)d.example", "\(long).\(long).\(long).\(long)",
        "\(long).\(long).\(long).example", "\(String(repeating: "ü", count: 30)).example",
        "\(String(repeating: "ü", count: 59)).example",
        "\(String(repeating: "漢", count: 63)).example",
        "𐐀.example", "𐐨.example", "ᏸ.example", "Ꮠ.example", "ẞ.example", "ﬅ.example", "ǆ.example",
        "ŉ.example",
    ]
}

/// `Tests/Oracles/check_addresses.py`, and the kinds of disagreement that are known.
enum AddressOracle {
    static let script = Corpora.checkout.appending(path: "Tests/Oracles/check_addresses.py").path

    struct Verdict: Decodable {
        let agreed: Int
        let acceptedHereAlone: [String: Int]
        let refusedHereAlone: [String: Int]
        let readOtherwise: [String]
        let unexplained: [String]

        var kinds: Set<String> { Set(acceptedHereAlone.keys).union(refusedHereAlone.keys) }
    }

    private struct Case: Encodable {
        let address: String
        let here: String?

        init(_ address: String) {
            self.address = address
            here = try? EmailAddress(parsing: address).text
        }
    }

    /// Fails unless every disagreement is on the list in docs/addresses.md.
    ///
    /// - Parameters:
    ///   - addresses: Made up.
    ///   - agreed: How many readings at least must be the same, so that not everything is refused.
    /// - Throws: when the oracle cannot be asked.
    static func judge(_ addresses: [String], atLeast agreed: Int) async throws {
        let verdict = try await verdict(on: addresses)
        #expect(verdict.readOtherwise == [])
        #expect(verdict.unexplained == [])
        #expect(try verdict.kinds.subtracting(listed()) == [])
        #expect(verdict.agreed >= agreed)
    }

    /// Complete once it holds `ready`.
    static let folder = Corpora.checkout.appending(path: ".build-oracles")
    private static let python = folder.appending(path: "bin/python3").path

    static func verdict(on addresses: [String]) async throws -> Verdict {
        let folder = try TemporaryFolder()
        let file = URL(filePath: "\(folder.path)/addresses.json")
        try JSONEncoder().encode(addresses.map(Case.init)).write(to: file)
        let output = try await Program.run(python, [script, file.path])
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Verdict.self, from: Data(output.utf8))
    }

    /// The kinds that stand in the tables of docs/addresses.md: `| `kind` | ... |`.
    static func listed() throws -> Set<String> {
        let page = Corpora.checkout.appending(path: "docs/addresses.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        return Set(text.matches(of: /(?m)^\| `([a-z-]+)` \|/).map { String($0.1) })
    }
}

/// Addresses that nobody has.
enum RandomAddress {
    /// Each printable ASCII character put in or instead, at each place; and each one left out.
    static func mutations(of address: String) -> [String] {
        let characters = Array(address)
        let printable = (UInt8(0x20)..<0x7F).map { Character(Unicode.Scalar($0)) }
        return (0...characters.count).flatMap { place in
            let (before, after) = (characters[..<place], characters[place...])
            let put = printable.map { String(before + [$0] + after) }
            guard !after.isEmpty else { return put }
            return put + printable.map { String(before + [$0] + after.dropFirst()) }
                + [String(before + after.dropFirst())]
        }
    }

    static func plain(_ chance: inout SplitMix) -> String {
        let letters = ["a", "b", "x1", ".", ".", "-", "_", "+", "'", "test", "0"]
        let odd = [
            "%", "!", "\"", " ", "(c)", "[1.2.3.4]", "ü", "xn--", "..", ",", ";", "<", ">", "\\",
            ":",
            "\n", "\t", "@", "{", "|", "é@",
        ]
        func text(_ chance: inout SplitMix, upTo count: Int) -> String {
            (0..<Int.random(in: 1...count, using: &chance)).map { _ in
                let isOdd = Int.random(in: 0..<12, using: &chance) == 0
                return (isOdd ? odd : letters).randomElement(using: &chance) ?? "a"
            }.joined()
        }
        let ends = [".org", ".example", ".de", "", ".local", ".x1"]
        return text(&chance, upTo: 5) + "@" + text(&chance, upTo: 4)
            + (ends.randomElement(using: &chance) ?? "")
    }

    static func international(_ chance: inout SplitMix) -> String {
        let name = Int.random(in: 0..<3, using: &chance) == 0 ? aLabel(&chance) : uLabel(&chance)
        return "a@\(name).example"
    }

    private static func aLabel(_ chance: inout SplitMix) -> String {
        let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789-")
        let count = Int.random(in: 1...8, using: &chance)
        return "xn--"
            + String((0..<count).map { _ in digits.randomElement(using: &chance) ?? "a" })
    }

    private static func uLabel(_ chance: inout SplitMix) -> String {
        let scripts: [ClosedRange<UInt32>] = [
            0x61...0x7A, 0x30...0x39, 0xDF...0xFF, 0x100...0x24F, 0x370...0x3FF, 0x400...0x4FF,
            0x5D0...0x5EA, 0x600...0x6FF, 0x900...0x97F, 0xE00...0xE7F, 0x1100...0x11FF,
            0x3000...0x30FF, 0x4E00...0x4FFF, 0xAC00...0xACFF, 0x300...0x36F, 0x200C...0x200D,
            0xFF00...0xFF5F, 0x1F00...0x1FFF, 0x1_0400...0x1_044F,
        ]
        let two = (0..<2).map { _ in scripts.randomElement(using: &chance) ?? scripts[0] }
        var label = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            let script = two.randomElement(using: &chance) ?? two[0]
            let value = UInt32.random(in: script, using: &chance)
            if let scalar = Unicode.Scalar(value) { label.append(scalar) }
        }
        return String(label)
    }
}
