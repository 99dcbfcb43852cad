/// What the command line names and nobody can find.
enum CommandLineError: Error, CustomStringConvertible {
    case unknownLayout(String, known: String)
    /// `--send -` without anything to read.
    case emptyInput

    var description: String {
        switch self {
        case .unknownLayout(let name, let known):
            "--profile \(name): neither a known layout (\(known)) nor a file that can be read"
        case .emptyInput: "--send -: standard input is empty; nothing was changed"
        }
    }
}
