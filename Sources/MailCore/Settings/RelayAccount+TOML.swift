extension RelaySettings.Account {
    /// Nil without a login, and where what there is of one makes none; then that has been reported.
    init?(reading table: SettingsTable) {
        let username = table.text(.relayUsername)
        let proof = Self.proof(reading: table)
        let mechanism = Self.mechanism(reading: table, of: proof)
        guard (username == nil) == (proof == nil) else {
            table.report(
                .relayUsername,
                .incompleteLogin
            )
            return nil
        }
        guard let username, let proof else {
            if mechanism != nil {
                table.report(.relayLogin, .loginWithoutName)
            }
            return nil
        }
        self.init(username: username, proof: proof, mechanism: mechanism)
    }

    private static func proof(reading table: SettingsTable) -> RelaySettings.ProofSource? {
        let sources: [(key: SettingsKey, source: RelaySettings.ProofSource)] = [
            table.text(.relayPasswordFile).map { (.relayPasswordFile, .password(.file($0))) },
            table.text(.relayPasswordVariable).map {
                (.relayPasswordVariable, .password(.environment($0)))
            },
            table.text(.relayPasswordCredential).map {
                (.relayPasswordCredential, .password(.credential($0)))
            },
            table.text(.relayTokenFile).map { (.relayTokenFile, .token(.file($0))) },
            command(reading: table).map { (.relayTokenCommand, .token(.command($0))) },
        ].compactMap(\.self)
        if sources.count > 1, let last = sources.last {
            let names = sources.map(\.key.name).joined(separator: ", ")
            table.report(
                last.key,
                .proofTwice(keys: names)
            )
        }
        return sources.first?.source
    }

    private static func command(reading table: SettingsTable) -> [String]? {
        guard let words = table.texts(.relayTokenCommand) else { return nil }
        // No PATH is searched: whoever can put a file into one of its folders would be asked for the token.
        guard let program = words.first, program.hasPrefix("/"),
            words.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isPrintable) })
        else {
            table.report(
                .relayTokenCommand,
                .notCommand(example: SettingsKey.relayTokenCommand.entry.example)
            )
            return nil
        }
        return words
    }

    private static func mechanism(
        reading table: SettingsTable,
        of proof: RelaySettings.ProofSource?
    ) -> LoginMechanism? {
        guard let mechanism = table.text(.relayLogin).flatMap(LoginMechanism.init) else {
            return nil
        }
        switch proof {
        case .password where mechanism.needsToken:
            table.report(
                .relayLogin,
                .needsToken(mechanism: mechanism.name)
            )
        case .token where !mechanism.needsToken:
            table.report(.relayLogin, .needsPassword(mechanism: mechanism.name))
        case nil, .password, .token: break
        }
        return mechanism
    }
}
