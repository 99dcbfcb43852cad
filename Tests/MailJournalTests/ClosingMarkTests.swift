import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

/// What was compared is believed only of the very file that was closed.
struct ClosingMarkTests {
    private let folder: TemporaryFolder
    private var state: String { folder.path + "/state" }
    private var file: String { state + "/journal.sqlite" }

    init() throws {
        folder = try TemporaryFolder()
        try using { journal in
            // So that there is something in it.
            try journal.start("none", at: SampleCampaign.planning)
            journal.noteCompared("2026-03-15-1")
        }
    }

    private func using<Result>(_ body: (Journal) throws -> Result) throws -> Result {
        let journal = try Journal(
            in: StateDirectory(at: state),
            witnessedIn: WitnessFolder(at: folder.path + "/witness")
        )
        let result = try body(journal)
        try journal.close()
        return result
    }

    private func wasCompared() throws -> Bool {
        try using { $0.wasCompared("2026-03-15-1") && !$0.wasCompared("2026-03-15-2") }
    }

    @Test func `it is believed of the file that was closed, however often it was looked at`() throws
    {
        #expect(try wasCompared())
        #expect(try wasCompared())
    }

    @Test func `it goes on being believed behind changes of our own`() throws {
        try using { try $0.start("none", at: SampleCampaign.planning) }
        #expect(try wasCompared())
    }

    @Test
    func `whoever has written anything into it, and only opened it then, is believed nothing`()
        async throws
    {
        try await Program.run("sqlite3", [file, "UPDATE event SET at = at + 1"])
        try using { _ in }
        #expect(try !wasCompared())
    }

    /// The process may live on, and closes nothing any more when it ends.
    @Test func `whatever is written behind the closing is believed as little`() async throws {
        try await changeBehindClosing()
        #expect(try !wasCompared())
    }

    private func changeBehindClosing() async throws {
        let journal = try Journal(
            in: StateDirectory(at: state),
            witnessedIn: WitnessFolder(at: folder.path + "/witness")
        )
        try journal.close()
        try await Program.run("sqlite3", [file, "UPDATE event SET at = at + 1"])
        try journal.close()
    }

    @Test func `a copy that was put in its place, with its times, is another file`() async throws {
        try await Program.run("cp", ["-a", file, file + ".copy"])
        try await Program.run("mv", [file + ".copy", file])
        #expect(try !wasCompared())
    }

    @Test func `where a log lies beside it, nothing is believed`() throws {
        // As a kill leaves them.
        let left = folder.path + "/killed"
        try using { journal in
            try journal.start("none", at: SampleCampaign.planning)
            try FileManager.default.copyItem(atPath: state, toPath: left)
        }
        try FileManager.default.removeItem(atPath: state)
        try FileManager.default.moveItem(atPath: left, toPath: state)
        #expect(try !wasCompared())
    }

    @Test(arguments: ["", "nothing", "a b c\n1 2 3 4\n2026-03-15-1"])
    func `a mark that says something else counts for nothing`(text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: state + "/closing-mark"))
        #expect(try !wasCompared())
    }
}
