import Foundation

/// An empty directory of mode 0700 where a flush to disk costs nothing, if the system has such a
/// place; for tests that write much and are not about the disk.
package final class MemoryFolder: Sendable {
    package let path: String

    package init() throws {
        let memory = "/dev/shm"
        let isThere = FileManager.default.isWritableFile(atPath: memory)
        let parent = isThere ? memory : FileManager.default.temporaryDirectory.path
        path = "\(parent)/einzelpost-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
