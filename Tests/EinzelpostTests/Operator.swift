import Foundation
import TestSupport

/// An operator at a machine of their own: configuration, schedules and state directory lie in a
/// temporary folder, and every command runs there.
final class Operator: Sendable {
    let folder: TemporaryFolder

    init(_ configuration: Configuration = Configuration()) throws {
        folder = try TemporaryFolder()
        try write(configuration.text, to: "einzelpost.toml")
    }

    var state: String { folder.path + "/state" }

    /// Neither the tester's own configuration nor a proxy may change what is tested.
    var environment: [String: String?] {
        ["HOME": folder.path, "XDG_CONFIG_HOME": nil, "XDG_STATE_HOME": nil]
    }

    /// Runs a command to its end; its standard input is empty unless given.
    func run(
        _ arguments: [String],
        environment: [String: String?] = [:],
        input: String? = nil
    ) async throws -> ChildProcess.Ending {
        try await Turnstile.all.pass {
            let process = try start(arguments, environment: environment)
            if let input { try process.write(line: input) }
            process.closeInput()
            return try await process.finish()
        }
    }

    /// Runs a command line; its words are divided by blanks, nothing else is special.
    func run(_ line: String) async throws -> ChildProcess.Ending {
        try await run(words(line))
    }

    /// Starts a command and does not wait for it.
    func start(
        _ arguments: [String],
        environment: [String: String?] = [:]
    ) throws -> ChildProcess {
        try ChildProcess(
            Checkout.program,
            arguments,
            environment: self.environment.merging(environment) { $1 },
            in: folder.path
        )
    }

    func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func write(_ text: String, to name: String, mode: Int = 0o600) throws {
        try write(Array(text.utf8), to: name, mode: mode)
    }

    func write(_ bytes: [UInt8], to name: String, mode: Int = 0o600) throws {
        try Data(bytes).write(to: URL(filePath: path(name)))
        try chmod(mode, name)
    }

    func chmod(_ mode: Int, _ name: String) throws {
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: mode]
        try FileManager.default.setAttributes(attributes, ofItemAtPath: path(name))
    }

    /// The names of the files in the state directory, at any depth.
    var stateFiles: [String] {
        (FileManager.default.enumerator(atPath: state)?.compactMap { $0 as? String } ?? []).sorted()
    }

    /// The office's own copy of the templates, which its configuration names.
    func copyTemplates() throws {
        try FileManager.default.copyItem(atPath: Checkout.templates, toPath: path("Templates"))
        let text = try String(contentsOfFile: path("einzelpost.toml"), encoding: .utf8)
        try write(text + "\n[content]\ntemplates = \"Templates\"\n", to: "einzelpost.toml")
    }
}

/// Lets only so many commands run at a time: tables of tests are long, machines for tests small.
///
/// Must not be passed by somebody who has passed already.
private actor Turnstile {
    static let all = Turnstile(places: 4)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    func pass<Result: Sendable>(
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        guard places == 0 else { return places -= 1 }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
