import Crypto
import Foundation
import Glibc
package import MailCore
package import MailImport
import Synchronization

/// The export of the booking system, opened once: what is read twice is the same file.
package final class ScheduleFile: Sendable {
    /// What the names of such files end with.
    package static let extensions = ["csv", "txt", "tsv", "xlsx"]

    /// Without its folder, as it may be printed.
    package let name: String
    /// When it was last changed, in seconds since 1970.
    package let changedAt: Int
    private let path: String
    private let handle: FileHandle
    private let finished = Mutex<[MailCore.Digest]>([])

    package init(_ path: String) throws {
        var info = stat()
        guard stat(path, &info) == 0 else {
            throw Self.obstacle(at: path) ?? .missing(path)
        }
        // Asked before it is opened: opening a pipe would wait for somebody who writes to it.
        guard info.st_mode & S_IFMT == S_IFREG else { throw FileError.notPlain(path) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Self.obstacle(at: path) ?? .notPlain(path)
        }
        changedAt = info.st_mtim.tv_sec
        self.path = path
        self.handle = handle
        name = URL(filePath: path).lastPathComponent
    }

    private static func obstacle(at path: String) -> FileError? {
        FileObstacle(at: path).map { $0 == .missing ? .missing(path) : .unreadable(path, $0) }
    }

    /// For the importer; every reading begins at the first byte.
    package var source: ScheduleSource {
        ScheduleSource { [self] in
            try handle.seek(toOffset: 0)
            var hash = SHA256()
            var isAtEnd = false
            return { [self] in
                guard !isAtEnd else { return nil }
                if let chunk = try handle.read(upToCount: 1 << 18), !chunk.isEmpty {
                    hash.update(data: chunk)
                    return Array(chunk)
                }
                isAtEnd = true
                let digest = MailCore.Digest(hash.finalize())
                finished.withLock { $0.append(digest) }
                return nil
            }
        }
    }

    /// SHA-256 of the file, which is read for it.
    func readDigest() throws -> MailCore.Digest {
        let next = try source.open()
        while try next() != nil {}
        return try digest()
    }

    /// SHA-256 of the file.
    ///
    /// - Throws: `FileError` if two readings differed: somebody wrote to it meanwhile.
    package func digest() throws -> MailCore.Digest {
        let digests = finished.withLock { Set($0) }
        guard digests.count == 1, let digest = digests.first else {
            throw FileError.changedWhileRead(path)
        }
        return digest
    }
}
