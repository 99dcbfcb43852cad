import Foundation

/// The journal of version 4 that lies in `Tests/Fixtures/journal-v4`; its README says what is in it.
package enum OldJournal {
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/journal-v4").path

    /// Where its campaigns are sent.
    package static let relay = Loopback.Place(host: (83, 21, 4), port: 2525)

    package static let finished = "2026-11-30-1"
    package static let interrupted = "2026-11-30-2"

    /// Copies the state directory, for its owner's eyes only.
    package static func copyState(to path: String) throws {
        let files = FileManager.default
        try files.copyItem(atPath: folder + "/state", toPath: path)
        try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        for name in try files.contentsOfDirectory(atPath: path) {
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(path)/\(name)")
        }
    }
}
