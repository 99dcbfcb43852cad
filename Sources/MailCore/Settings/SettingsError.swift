/// What is wrong with the configuration (exit code 78).
///
/// Holds keys and lines, no secret values.
package struct SettingsError: PrintableError, Hashable, Sendable {
    /// One wrong place.
    package struct Problem: Hashable, Sendable {
        /// From 1; nil if there is no such line, as for a missing key.
        package let line: Int?
        /// The key with its section, for example `relay.url`.
        package let key: String
        package let message: Sentence
    }

    package let file: String
    package let problems: [Problem]

    package init(file: String, problems: [Problem]) {
        self.file = file
        self.problems = problems
    }

    package var words: Sentence {
        problems.map { $0.words(in: file) }.lines
    }
}

extension SettingsError.Problem {
    /// With its file, line and key.
    package func words(in file: String) -> Sentence {
        let place = line.map { "\(file):\($0)" } ?? file
        return Sentence(same: "\(place): \(key): \(message)")
    }
}
