import Foundation
import TestSupport

/// Scripts of `Tests/Oracles`, which share no code with the program.
enum Oracle {
    /// Runs a script and returns what it printed.
    @discardableResult
    static func run(_ name: String, _ arguments: String...) async throws -> String {
        let script = checkout.appending(path: "Tests/Oracles/\(name)").path
        return try await Program.run("python3", [script] + arguments)
    }

    static let checkout = URL(filePath: #filePath)
        .appending(path: "../../..").standardizedFileURL
}
