/// What the end of something means for what comes next.
///
/// A command's exit code; scripts rely on it, and the README lists them.
package enum Conclusion: Int32, CaseIterable, Sendable {
    /// Done.
    case done = 0
    /// Done, and something now needs a person's decision.
    case needsDecision = 1
    /// Stopped before the end, nothing lost; `resume` goes on.
    case stopped = 2
    /// A safety check said no.
    case refused = 3
    /// Wrong usage.
    case usage = 64
    /// The input file cannot be used.
    case input = 65
    /// The relay cannot be reached, or refused TLS or the login.
    case relay = 69
    /// A fault of the program itself (EX_SOFTWARE of sysexits.h).
    case fault = 70
    /// The machine grants the program too little: threads, open files (EX_OSERR of sysexits.h).
    case system = 71
    /// The state directory or journal cannot be created or is not safe, or a file cannot be written
    /// to its end.
    case state = 73
    /// Another process holds this state directory.
    case busy = 75
    /// The configuration is wrong.
    case configuration = 78

    /// What was asked for is done, but may leave something to people.
    static func done(_ needsDecision: Bool) -> Conclusion { needsDecision ? .needsDecision : .done }

    /// A check that was made.
    static func checked(_ isOK: Bool) -> Conclusion { isOK ? .done : .refused }

    /// As JSON names it.
    package var word: String {
        switch self {
        case .done: "done"
        case .needsDecision: "needs-decision"
        case .stopped: "stopped"
        case .refused: "refused"
        case .usage: "usage"
        case .input: "input"
        case .fault: "fault"
        case .relay: "relay"
        case .system: "system"
        case .state: "state"
        case .busy: "busy"
        case .configuration: "configuration"
        }
    }
}
