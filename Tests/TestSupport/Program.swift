/// Other people's programs, which must do as they are told.
package enum Program {
    package struct Failure: Error, CustomStringConvertible {
        package let status: Int32
        package let output: String

        package var description: String { "exit code \(status): \(output)" }
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - program: Its path or name.
    ///   - arguments: Without the program's own name.
    /// - Returns: Its standard output.
    /// - Throws: `Failure` unless its exit code is 0.
    @discardableResult
    package static func run(
        _ program: String,
        _ arguments: [String]
    ) async throws -> String {
        let process = try ChildProcess(program, arguments)
        process.closeInput()
        let ending = try await process.finish()
        guard ending.status == 0 else {
            throw Failure(status: ending.status, output: ending.output + ending.errors)
        }
        return ending.output
    }
}
