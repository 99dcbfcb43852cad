import Foundation
import TestSupport

/// Every header that the research names, written out by `Tests/Oracles/header_words.py`.
struct HeaderWords: Decodable {
    /// Field, word, spellings.
    let fields: [String: [String: [String]]]
    /// Kind of the deny list, word, spellings.
    let denied: [String: [String: [String]]]

    static func read() async throws -> Self {
        let oracle = URL(filePath: #filePath)
            .appending(path: "../../Oracles/header_words.py").standardizedFileURL
        let output = try await Program.run("python3", [oracle.path])
        return try JSONDecoder().decode(Self.self, from: Data(output.utf8))
    }
}
