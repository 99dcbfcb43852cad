package import Foundation

/// Test data that others wrote; it lies beside the project, which carries no copy.
package enum Corpora {
    package static let folder =
        ProcessInfo.processInfo.environment["EINZELPOST_CORPORA"]
        ?? checkout.appending(path: "../shared/corpora").standardizedFileURL.path

    package static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    package static func has(_ name: String) -> Bool {
        FileManager.default.isReadableFile(atPath: "\(folder)/\(name)")
    }
}

/// The cases of dominicsayers/isemail.
package struct AddressCase: Decodable, Sendable {
    package let id: Int
    package let category: String
    package let address: String

    package static let file = "isemail/tests.xml"

    package static func all() async throws -> [AddressCase] {
        let script = Corpora.checkout.appending(path: "Tests/Oracles/check_addresses.py").path
        let output = try await Program.run(
            "python3",
            [script, "--corpus", "\(Corpora.folder)/\(file)"]
        )
        return try JSONDecoder().decode([AddressCase].self, from: Data(output.utf8))
    }
}
