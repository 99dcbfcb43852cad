import MailCore
import MailImport
import Testing

struct OtherDayFastPathTests {
    /// Far down in a long file rows of other days are only glanced at; what the full reading says of
    /// the same rows is what they must become.
    @Test func `no word of a test is overlooked at a glance`() throws {
        let words = TestRow.words.sorted()
        let rows = words.flatMap(Self.names) + words.flatMap(Self.addresses)
        let long = (0..<20_000).map { Self.row("Lang;Ida", "p\($0)@example.org") }
        let glanced = try Schedules.read(([Schedules.header] + long + rows).joined(separator: "\n"))
        let read = try Schedules.read(([Schedules.header] + rows).joined(separator: "\n"))
        let classes = Schedules.classes(read)
        // The local part alone makes a test of some words only.
        #expect(classes.count { $0 == .testOrBlock } >= 5 * TestRow.words.count)
        #expect(Set(classes) == [.testOrBlock, .outOfWindow])
        let last = Array(Schedules.classes(glanced).dropFirst(long.count))
        let overlooked = zip(rows, zip(classes, last)).filter { $0.1.0 != $0.1.1 }.map(\.0)
        #expect(overlooked.isEmpty)
    }

    private static func names(of word: String) -> [String] {
        let (half, rest) = (word.prefix(2), word.dropFirst(2))
        let spellings = [
            word, word.uppercased(), "\(half)\u{AD}\(rest)", "\(half)\u{200B}\(rest)",
            "\(half)\u{FEFF}\(rest)",
        ]
        return spellings.map { row("\($0);", "q@example.org") }
    }

    private static func addresses(of word: String) -> [String] {
        let (half, rest) = (word.prefix(2), word.dropFirst(2))
        return [word, "1\(half)2\(rest)"].map { row("Lang;Ida", "\($0)@example.org") }
    }

    private static func row(_ name: String, _ address: String) -> String {
        "1;\(name);\(address);;10.05.2021;09:10;"
    }
}
