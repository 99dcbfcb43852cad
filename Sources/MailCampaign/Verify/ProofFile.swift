import Foundation
import Glibc

/// The file a proof is read from.
package enum ProofFile {
    /// - Throws: `FileError` if it cannot be read.
    package static func read(_ path: String) throws -> [UInt8] {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
            let data = FileManager.default.contents(atPath: path)
        else { throw FileError.notPlain(path) }
        return Array(data)
    }
}
