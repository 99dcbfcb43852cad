import Foundation
import Glibc
import MailCore

/// How a process left the file of the journal when it closed it, and which campaigns it had compared whole.
///
/// A file that is still exactly that one was written by nobody since (inode, size, and the moments of its last change,
/// inode(7)), so what was compared need not be compared again. Whatever else may have happened, a kill, a power cut, a backup
/// that was put back, an editor, leaves another file, and then nothing is believed.
struct ClosingMark: Hashable, Sendable {
    /// What the kernel says of the file.
    private let file: [String]
    /// The program that wrote it: another one may know more to compare.
    private let program: String
    /// Campaigns of which everything was compared and did hold, and which only this program has changed since.
    let compared: Set<String>

    /// Of a file that is closed, with its log folded in; nil where there is none, or a log beside it.
    init?(ofJournalAt path: String, compared: Set<String>) {
        var info = stat()
        guard !Self.hasLog(path), lstat(path, &info) == 0 else { return nil }
        file = [
            "\(info.st_ino)", "\(info.st_size)", Self.text(info.st_mtim), Self.text(info.st_ctim),
        ]
        program = Self.thisProgram
        self.compared = compared
    }

    /// As a process has left it, if the journal is still the file of that moment; nil if it is another.
    static func ofUntouchedJournal(in directory: StateDirectory) -> ClosingMark? {
        guard let octets = FileManager.default.contents(atPath: directory.closingMarkPath),
            let lines = String(bytes: octets, encoding: .utf8)?.split(separator: "\n"),
            let now = ClosingMark(
                ofJournalAt: directory.journalPath,
                compared: Set(lines.dropFirst(2).map(String.init))
            ),
            now.text == lines.joined(separator: "\n")
        else { return nil }
        return now
    }

    /// Written whole or not at all.
    ///
    /// Without it the next process compares everything.
    func write(in directory: StateDirectory) {
        let octets = Data(text.utf8)
        if (try? octets.write(to: URL(filePath: directory.closingMarkPath), options: .atomic))
            == nil
        {
            unlink(directory.closingMarkPath)
        }
    }

    private var text: String {
        ([program, file.joined(separator: " ")] + compared.sorted()).joined(separator: "\n")
    }

    private static func text(_ time: timespec) -> String { "\(time.tv_sec).\(time.tv_nsec)" }

    private static func hasLog(_ path: String) -> Bool {
        var info = stat()
        return lstat(path + "-wal", &info) == 0 && info.st_size > 0
    }

    /// The very file that runs, so that an upgrade compares anew.
    private static let thisProgram: String = {
        var info = stat()
        guard stat("/proc/self/exe", &info) == 0 else { return "" }
        return "\(info.st_ino) \(info.st_size) \(text(info.st_mtim))"
    }()
}
