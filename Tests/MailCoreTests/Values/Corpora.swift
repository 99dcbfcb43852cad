import Foundation
import TestSupport

/// Test data that others wrote; it lies beside the project, which carries no copy.
enum Corpora {
    static let folder =
        ProcessInfo.processInfo.environment["EINZELPOST_CORPORA"]
        ?? checkout.appending(path: "../shared/corpora").standardizedFileURL.path

    static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    static func has(_ name: String) -> Bool {
        FileManager.default.isReadableFile(atPath: "\(folder)/\(name)")
    }
}

/// The cases of dominicsayers/isemail.
struct AddressCase: Decodable {
    let id: Int
    let category: String
    let address: String

    static let file = "isemail/tests.xml"

    static func all() async throws -> [AddressCase] {
        let output = try await Program.run(
            "python3",
            [AddressOracle.script, "--corpus", "\(Corpora.folder)/\(file)"]
        )
        return try JSONDecoder().decode([AddressCase].self, from: Data(output.utf8))
    }
}
