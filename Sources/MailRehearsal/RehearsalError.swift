import Foundation
import Glibc

/// The directory for the messages cannot be used.
package struct RehearsalError: Error, Equatable, CustomStringConvertible {
    package let operation: String
    /// The directory or file; never a person's data.
    package let path: String
    package let reason: String

    package var description: String {
        "The rehearsal server cannot \(operation) \(path): \(reason)"
    }

    /// Without a reason it is that of `errno`, so it must follow the failed call at once.
    init(_ operation: String, _ path: String, because reason: String? = nil) {
        self.reason = reason ?? String(cString: strerror(errno))
        self.operation = operation
        self.path = path
    }
}
