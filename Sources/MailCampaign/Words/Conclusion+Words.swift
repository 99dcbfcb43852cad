extension Conclusion {
    /// For people, behind its number.
    package var meaning: String {
        switch self {
        case .done: "done"
        case .needsDecision: "done, a person must decide something"
        case .stopped: "stopped, resume goes on"
        case .refused: "a safety check said no"
        case .usage: "wrong usage"
        case .input: "input file"
        case .relay: "relay"
        case .system: "the machine grants too little"
        case .fault: "a fault of the program"
        case .state: "state directory, or no room on the disk"
        case .busy: "in use"
        case .configuration: "configuration"
        }
    }

    /// Every exit code with its meaning, in one sentence.
    package static var overview: String {
        allCases.sorted { $0.rawValue < $1.rawValue }
            .map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
    }
}
