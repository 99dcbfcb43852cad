import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

struct SigningKeyTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(seed: UInt64) throws -> (key: AuthorityKey, isNew: Bool) {
        var generator = SplitMix(seed: seed)
        return try SigningKey.open(
            in: StateDirectory(at: folder.path + "/state"),
            using: &generator
        )
    }

    @Test func `it is made once, for its owner alone, and stays the same`() throws {
        let made = try open(seed: 1)
        let again = try open(seed: 2)
        #expect(made.isNew && !again.isNew && made.key.publicKey == again.key.publicKey)
        #expect(try folder.mode(of: "state/signing-key") == 0o600)
        let octets = try folder.bytes(of: "state/signing-key")
        #expect(octets.count == 65 && octets.last == UInt8(ascii: "\n"))
        #expect(!"\(made.key)".contains(String(decoding: octets.prefix(64), as: UTF8.self)))
    }

    @Test(arguments: ["", "00", String(repeating: "g", count: 64) + "\n"])
    func `a file that is no key is refused and left alone`(text: String) async throws {
        _ = try open(seed: 1)
        let file = folder.path + "/state/signing-key"
        try await Program.run("sh", ["-c", "printf '%s' \"$1\" > \"$0\"", file, text])
        #expect(throws: JournalError.self) { _ = try open(seed: 2) }
        #expect(try folder.bytes(of: "state/signing-key") == Array(text.utf8))
    }

    @Test func `a file that others can read, or a link, is refused`() async throws {
        _ = try open(seed: 1)
        let file = folder.path + "/state/signing-key"
        let directory = try StateDirectory(at: folder.path + "/state")
        var generator = SplitMix(seed: 3)
        for change in [
            "chmod 644 \(file)", "chmod 600 \(file); ln \(file) \(file).second",
            "rm \(file); ln -s second \(file)",
        ] {
            try await Program.run("sh", ["-c", change])
            #expect(throws: JournalError.self) {
                _ = try SigningKey.open(in: directory, using: &generator)
            }
        }
    }
}
