import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

struct StateDirectoryTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/state" }

    init() throws { folder = try TemporaryFolder() }

    /// Why the folder is refused; nil if it is taken.
    private func refusal(of path: String) -> String? {
        do {
            _ = try StateDirectory(at: path)
            return nil
        } catch {
            guard case .unsafe(_, let reason) = error else { return "in use" }
            return reason.en.text
        }
    }

    private func mode(of path: String) throws -> mode_t {
        var info = stat()
        guard lstat(path, &info) == 0 else { throw CocoaError(.fileNoSuchFile) }
        return info.st_mode & 0o7777
    }

    @Test func `it is created for its owner alone`() throws {
        let directory = try StateDirectory(at: path)
        #expect(try mode(of: path) == 0o700)
        #expect(try mode(of: path + "/lock") == 0o600)
        withExtendedLifetime(directory) {}
    }

    @Test(arguments: [0o755, 0o750, 0o770, 0o701, 0o720] as [mode_t])
    func `a folder that others can enter is refused`(mode: mode_t) throws {
        mkdir(path, 0o700)
        chmod(path, mode)
        #expect(refusal(of: path)?.contains("chmod 700") == true)
        try Data().write(to: URL(filePath: path + "/somebody-elses"))
        #expect(refusal(of: path)?.contains("name a folder of its own") == true)
        #expect(!FileManager.default.fileExists(atPath: path + "/lock"))
    }

    @Test(arguments: ["", "/", "//", "/.", "/./"])
    func `a symbolic link to a folder is refused`(ending: String) throws {
        mkdir(folder.path + "/elsewhere", 0o700)
        symlink(folder.path + "/elsewhere", path)
        #expect(refusal(of: path + ending)?.contains("symbolic link") == true)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/elsewhere/lock"))
    }

    @Test func `a file in its place is refused`() throws {
        try Data().write(to: URL(filePath: path))
        #expect(refusal(of: path)?.contains("is not a folder") == true)
    }

    @Test(arguments: ["journal.sqlite", "journal.sqlite-wal", "lock", "progress.json"])
    func `a file in it that others can read is refused`(name: String) throws {
        mkdir(path, 0o700)
        try Data().write(to: URL(filePath: "\(path)/\(name)"))
        chmod("\(path)/\(name)", 0o640)
        #expect(refusal(of: path)?.contains("chmod 600") == true)
        chmod("\(path)/\(name)", 0o600)
        #expect(refusal(of: path) == nil)
    }

    @Test(arguments: ["journal.sqlite", "journal.sqlite-wal", "lock", "progress.json"])
    func `a link or a pipe in the place of a file is refused`(name: String) throws {
        mkdir(path, 0o700)
        let (file, other) = ("\(path)/\(name)", folder.path + "/other")
        try Data().write(to: URL(filePath: other))
        chmod(other, 0o600)
        symlink(other, file)
        #expect(refusal(of: path)?.contains("a link is refused") == true)
        unlink(file)
        link(other, file)
        #expect(refusal(of: path)?.contains("a link is refused") == true)
        unlink(file)
        mkfifo(file, 0o600)
        #expect(refusal(of: path)?.contains("is not a plain file") == true)
        unlink(file)
        symlink(folder.path + "/nothing", file)
        #expect(refusal(of: path)?.contains("a link is refused") == true)
    }

    @Test(.enabled("only root can give a file away") { geteuid() == 0 })
    func `what belongs to somebody else is refused`() throws {
        mkdir(path, 0o700)
        chown(path, 65_534, 65_534)
        #expect(refusal(of: path)?.contains("belongs to another user") == true)
        chown(path, 0, 0)
        try Data().write(to: URL(filePath: path + "/journal.sqlite"))
        chmod(path + "/journal.sqlite", 0o600)
        chown(path + "/journal.sqlite", 65_534, 65_534)
        #expect(refusal(of: path)?.contains("belongs to another user") == true)
    }

    @Test func `it can be had once at a time, and again afterwards`() throws {
        var first: StateDirectory? = try StateDirectory(at: path)
        #expect(throws: StateDirectoryError.inUse(path + "/lock")) {
            _ = try StateDirectory(at: path)
        }
        withExtendedLifetime(first) {}
        first = nil
        _ = try StateDirectory(at: path)
    }

    @Test func `another process cannot have it meanwhile`() async throws {
        let program = """
            import fcntl, sys
            file = open(sys.argv[1], "r+")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                print("got")
            except BlockingIOError:
                print("refused")
            """
        let mine = try StateDirectory(at: path)
        let answer = try await Program.run("python3", ["-c", program, path + "/lock"])
        #expect(answer == "refused\n")
        withExtendedLifetime(mine) {}
    }

    @Test func `it cannot be had while another process has it, and at once when that dies`()
        async throws
    {
        _ = try StateDirectory(at: path)
        let program = """
            import fcntl, sys, time
            file = open(sys.argv[1], "r+")
            fcntl.flock(file, fcntl.LOCK_EX)
            print("mine", flush=True)
            sys.stdin.read()
            """
        let other = try ChildProcess("python3", ["-c", program, path + "/lock"])
        try await other.output.wait { $0 == ["mine"] }
        #expect(refusal(of: path) == "in use")
        other.signal(SIGKILL)
        _ = try await other.finish()
        #expect(refusal(of: path) == nil)
    }
}
