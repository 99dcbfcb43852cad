extension TokenError: PrintableError {
    package var words: Sentence {
        switch self {
        case .fileUnreadable(let path, let obstacle):
            Sentence(same: "relay.token_file: \(path): \(obstacle.words)")
        case .fileOpenToOthers(let path):
            Sentence(
                en: "relay.token_file: \(path) can be read by others; run: chmod 600 '\(path)'",
                de:
                    "relay.token_file: \(path) ist auch für andere lesbar; das behebt: chmod 600 '\(path)'"
            )
        case .notInFile(let path):
            Sentence(
                en:
                    "relay.token_file: what stands in \(path) is no token: one word of letters, digits and signs",
                de:
                    "relay.token_file: Was in \(path) steht, ist kein Token: ein Wort aus Buchstaben, Ziffern und Zeichen"
            )
        case .programMissing(let program, let obstacle):
            Sentence(same: "relay.token_command: \(program): \(obstacle)")
        case .programOpenToOthers(let program):
            Sentence(
                en:
                    "relay.token_command: others could change \(program), and so get at the account; it must belong to "
                    + "root or to this account, and nobody else may write to it: chmod go-w '\(program)'",
                de:
                    "relay.token_command: Andere könnten \(program) ändern und so an das Konto gelangen. Das Programm muss "
                    + "root oder diesem Konto gehören, und niemand sonst darf es ändern können: chmod go-w '\(program)'"
            )
        case .notPrinted(let program):
            Sentence(
                en:
                    "relay.token_command: what \(program) prints is no token: one word of letters, digits and signs, and "
                    + "nothing else; run it by hand as this account",
                de:
                    "relay.token_command: Was \(program) ausgibt, ist kein Token: ein Wort aus Buchstaben, Ziffern und "
                    + "Zeichen, sonst nichts. Starten Sie es unter diesem Konto von Hand"
            )
        case .programFailed(let program, let failure):
            Sentence(
                en:
                    "relay.token_command: \(program) \(failure.words); run it by hand as this account",
                de:
                    "relay.token_command: \(program) \(failure.words); starten Sie es unter diesem Konto von Hand"
            )
        }
    }
}
