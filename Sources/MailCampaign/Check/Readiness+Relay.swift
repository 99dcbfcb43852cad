import MailCore

extension Readiness {
    /// Without its password one still sees whether the relay is there and encrypts.
    mutating func look(atRelayOf file: ConfigurationFile, _ surroundings: Surroundings) async {
        let settings = file.settings.relay
        let login = attempt(.password) { try file.login() }
        let certificates = attempt(.certificates) { try settings.caFile.map(file.readable) }
        // With the system's certificates instead it would be called untrustworthy, which misleads.
        guard let certificates else { return }
        let relay = file.relay(login: login ?? nil, caFile: certificates)
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
}
