import Foundation
import Glibc

/// A file with a secret, as it was found.
struct SecretFile {
    let text: String
    /// Whether somebody else than its owner can read or change it.
    let isOpenToOthers: Bool

    /// Nil if it cannot be read.
    ///
    /// A link counts as what it leads to: its own mode says nothing.
    init?(at path: String) {
        var info = stat()
        guard stat(path, &info) == 0, let data = FileManager.default.contents(atPath: path) else {
            return nil
        }
        text = String(decoding: data, as: UTF8.self)
        isOpenToOthers = info.st_mode & 0o077 != 0
    }
}
