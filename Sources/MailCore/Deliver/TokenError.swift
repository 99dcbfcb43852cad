/// Why there is no token for the relay.
package enum TokenError: Error, Coded {
    /// Nil if it can be read by now.
    case fileUnreadable(String, FileObstacle?)
    case fileOpenToOthers(String)
    /// What stands in the file is none.
    case notInFile(String)
    case programMissing(String, FileObstacle)
    case programOpenToOthers(String)
    /// What the program printed is none.
    case notPrinted(by: String)
    case programFailed(String, CommandFailure)

    private enum CodingKeys: String, CodingKey {
        case fileUnreadable = "file-unreadable"
        case fileOpenToOthers = "file-open-to-others"
        case notInFile = "not-in-file"
        case programMissing = "program-missing"
        case programOpenToOthers = "program-open-to-others"
        case notPrinted = "not-printed"
        case programFailed = "program-failed"
    }

    private enum FileUnreadableCodingKeys: String, CodingKey {
        case _0 = "path"
        case _1 = "obstacle"
    }

    private enum FileOpenToOthersCodingKeys: String, CodingKey { case _0 = "path" }
    private enum NotInFileCodingKeys: String, CodingKey { case _0 = "path" }

    private enum ProgramMissingCodingKeys: String, CodingKey {
        case _0 = "program"
        case _1 = "obstacle"
    }

    private enum ProgramOpenToOthersCodingKeys: String, CodingKey { case _0 = "program" }

    private enum ProgramFailedCodingKeys: String, CodingKey {
        case _0 = "program"
        case _1 = "failure"
    }

    /// Whether trying again may help: such a program has to ask somebody else, who may be away for a while.
    package var mayPass: Bool {
        switch self {
        case .programFailed: true
        case .fileUnreadable, .fileOpenToOthers, .notInFile, .programMissing, .programOpenToOthers,
            .notPrinted:
            false
        }
    }
}
