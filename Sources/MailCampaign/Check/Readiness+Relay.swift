import MailCore

extension Readiness {
    /// Without its password or token one still sees whether the relay is there and encrypts.
    mutating func look(atRelayOf file: ConfigurationFile, _ surroundings: Surroundings) async {
        let settings = file.settings.relay
        let login = await look(atLoginOf: file, surroundings)
        let certificates = attempt(.certificates) { try settings.caFile.map(file.readable) }
        let own = attempt(.clientCertificate) { try file.clientCertificate() }
        // With the system's certificates instead it would be called untrustworthy, which misleads; and without
        // our own it would only say no.
        guard let certificates, let own else { return }
        let relay = file.relay(login: login ?? nil, caFile: certificates, own: own)
        do {
            self.relay = try await RelayFinding(
                of: relay,
                for: file.settings.authority.sender.envelopeFrom,
                isLoginMissing: login == nil,
                in: surroundings
            )
        } catch {
            fault(.relay, error)
        }
    }

    /// Nil within nil without a login; nil if its secret cannot be had.
    private mutating func look(
        atLoginOf file: ConfigurationFile,
        _ surroundings: Surroundings
    ) async -> Login?? {
        guard let tokens = file.tokens(runCommand: surroundings.runCommand) else {
            return attempt(.password) { try file.password() }
        }
        do {
            return try await tokens.login()
        } catch {
            fault(.token, error)
            return nil
        }
    }
}
