import Foundation
import MailCore
import Testing

/// What README and docs say of causes and states, beside the lists in the sources.
struct DocumentedCauseTests {
    private static func page(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        return try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    @Test(arguments: UnreachedCause.allCases)
    func `docs/lists.md explains every cause`(cause: UnreachedCause) throws {
        let row = "| \(cause.german) | `\(cause.rawValue)` |"
        #expect(try Self.page("docs/lists.md").contains(row))
    }

    @Test(arguments: ["README.md", "docs/commands.md"])
    func `exit code 1 names every state that needs a person`(name: String) throws {
        let line = try #require(
            Self.page(name).split(separator: "\n").first { $0.hasPrefix("| 1 |") }
        )
        for state in DeliveryState.allCases where state.needsPerson {
            #expect(line.contains(state.rawValue), "\(state)")
        }
    }
}
