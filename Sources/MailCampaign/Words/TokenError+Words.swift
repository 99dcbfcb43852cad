package import MailCore

extension TokenError: PrintableError {
    package var words: Printable {
        switch self {
        case .fileUnreadable(let path, let obstacle):
            "relay.token_file: \(path): \(obstacle.words)"
        case .fileOpenToOthers(let path):
            "relay.token_file: \(path) can be read by others; run: chmod 600 '\(path)'"
        case .notInFile(let path):
            "relay.token_file: what stands in \(path) is no token: one word of letters, digits and signs"
        case .programMissing(let program, let obstacle):
            "relay.token_command: \(program): \(obstacle)"
        case .programOpenToOthers(let program):
            "relay.token_command: others could change \(program), and so get at the account; it must belong to "
                + "root or to this account, and nobody else may write to it: chmod go-w '\(program)'"
        case .notPrinted(let program):
            "relay.token_command: what \(program) prints is no token: one word of letters, digits and signs, and "
                + "nothing else; run it by hand as this account"
        case .programFailed(let program, let failure):
            "relay.token_command: \(program) \(failure.words); run it by hand as this account"
        }
    }
}

extension OutsideCommand.Failure {
    fileprivate var words: Printable {
        switch self {
        case .notStarted(let code): "cannot be started (system error \(code))"
        case .status(let status): "ended with exit code \(status)"
        case .signal(let number): "was ended by signal \(number)"
        case .tooLong(let seconds): "did not end within \(seconds) seconds, and was ended"
        case .tooMuch(let octets): "printed more than \(octets) octets, and was ended"
        }
    }
}
