import Foundation
import MailCore
import MailRehearsal

/// The example authority with its schedule, and the built-in mail server as its relay: nothing leaves this
/// machine, and everybody in it is made up.
package struct ExampleOffice: Sendable {
    package let places: AuthorityPlaces
    package let surroundings: Surroundings
    /// The example's schedule.
    package let schedule: String
    /// Where the mail server keeps what it gets.
    package let messages: String
    private let server: RehearsalServer

    /// When the example takes place: the evening before its first appointment.
    package static let moment = "2021-03-15T18:00"

    /// - Parameters:
    ///   - output: A folder that does not exist yet, for state and messages.
    ///   - surroundings: Clock, randomness, and who acts.
    /// - Returns: The office, whose mail server runs until it is closed.
    /// - Throws: `ConfigurationError` if the example did not come along; `FileError`.
    package static func open(
        in output: String,
        surroundings: Surroundings
    ) async throws -> ExampleOffice {
        guard let examples = ShippedFiles.find("Examples", from: surroundings.programFolder) else {
            throw ConfigurationError.notShipped("Examples")
        }
        guard !FileManager.default.fileExists(atPath: output) else {
            throw FileError.isThere(output, .folder)
        }
        let messages = output + "/messages"
        for folder in [output, messages] { try Rehearsal.makePrivate(folder) }
        let server = try await RehearsalServer.start(keeping: .messages(in: messages))
        let path = output + "/einzelpost.toml"
        try configuration(examples, port: server.port).write(to: URL(filePath: path))
        // A service account takes the configuration of its place alone; the example's is made here, and
        // nobody but this account can have changed it.
        var surroundings = surroundings
        surroundings.environment["EINZELPOST_CONFIG"] = path
        return ExampleOffice(
            places: AuthorityPlaces(
                configuration: path,
                state: output + "/state",
                templates: ShippedFiles.find("Templates", from: surroundings.programFolder),
                witness: output + "/witness"
            ),
            surroundings: surroundings,
            schedule: examples + "/impftermine.csv",
            messages: messages,
            server: server
        )
    }

    /// What the mail server has counted.
    var summary: RehearsalSummary { server.summary }

    package func close() async { await server.stop() }

    private static func configuration(_ examples: String, port: Int) throws -> Data {
        let example = try String(contentsOfFile: examples + "/einzelpost.toml", encoding: .utf8)
        return Data(
            example
                .replacing("smtp://127.0.0.1:2525", with: "smtp://127.0.0.1:\(port)")
                .replacing("pause_seconds = 1 ", with: "pause_seconds = 0 ").utf8
        )
    }
}
