import Foundation
import TestSupport
import Testing

/// Files that nobody sends in good faith (Tests/Oracles/hostile_csv.py), 16 MB of each, planned with
/// 1 GB of address space.
///
/// `hostile_csv.py --measure` does the same with 1 GB of each.
@Suite(.serialized) struct HostileScheduleTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let place: String
        let words: String

        init(_ name: String, _ place: String, _ words: String) {
            (testDescription, self.place, self.words) = (name, place, words)
        }
    }

    private static let unclosed = "the quote that opens here is not closed"
    private static let tooLong = "a field is longer than 64 KiB"

    @Test(arguments: [
        Kind("quote-never-closed", "row 2, line 2", unclosed),
        Kind("quotes-alone", "row 1, line 1", unclosed),
        Kind("quotes", "row 2, line 2", unclosed),
        Kind("one-field", "row 2, line 2", tooLong),
        Kind("columns", "row 2, line 2", "more than 256 columns"),
        Kind("semicolons", "row 1, line 1", "more than 256 columns"),
        Kind("nul", "line 2", "NUL"),
        Kind("empty-lines", "row 2000001, line 2000001", "more than 2000000 rows"),
        Kind("mixed-newlines", "row 2000001, line 2000001", "more than 2000000 rows"),
        Kind("cut-off-utf16", "line ", "ends in the middle of a character"),
        Kind("utf16-field", "row 2, line 2", tooLong),
    ])
    func `a hostile file is refused with its place, in little memory`(kind: Kind) async throws {
        let office = try Operator()
        let size = kind.testDescription.hasPrefix("cut-off") ? 1_000_000 : 16_000_000
        try await Program.run(
            "python3",
            [
                Checkout.oracle("hostile_csv.py"), kind.testDescription,
                office.path("termine.csv"), "--size", "\(size)",
            ]
        )
        let process = try ChildProcess(
            "bash",
            [
                "-c", "ulimit -v 1000000; exec \"$0\" plan termine.csv \(SmallSchedule.days)",
                Checkout.program,
            ],
            in: office.folder.path
        )
        process.closeInput()
        let ending = try await process.finish()
        ending.exited(65)
        #expect(ending.errors.contains(kind.place), "\(ending.errors)")
        #expect(ending.errors.contains(kind.words), "\(ending.errors)")
        expectOneSentence(ending)
        try await expectNothingStored(office)
    }

    @Test func `a file of holes is refused without reading them all`() async throws {
        let office = try Operator()
        // Holes need no room: who hands in the image of a disk hands in such a file.
        try await Program.run("truncate", ["-s", "1T", office.path("termine.csv")])
        let ending = try await office.run("plan termine.csv \(SmallSchedule.days)")
        ending.exited(65)
        #expect(ending.errors.contains("line 1: The file holds NUL bytes"), "\(ending.errors)")
        expectOneSentence(ending)
    }
}
