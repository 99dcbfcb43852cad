/// Why there is no token for the relay.
package enum TokenError: Error, Hashable, Sendable {
    /// Nil if it can be read by now.
    case fileUnreadable(String, FileObstacle?)
    case fileOpenToOthers(String)
    /// What stands in the file is none.
    case notInFile(String)
    case programMissing(String, FileObstacle)
    case programOpenToOthers(String)
    /// What the program printed is none.
    case notPrinted(by: String)
    case programFailed(String, OutsideCommand.Failure)

    /// Whether trying again may help: such a program has to ask somebody else, who may be away for a while.
    var mayPass: Bool {
        switch self {
        case .programFailed: true
        case .fileUnreadable, .fileOpenToOthers, .notInFile, .programMissing, .programOpenToOthers,
            .notPrinted:
            false
        }
    }
}
