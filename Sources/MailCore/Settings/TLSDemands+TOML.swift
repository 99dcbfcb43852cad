extension TLSDemands {
    init(reading table: SettingsTable) {
        self.init(
            profile: table.text(.relayProfile).flatMap(Profile.init) ?? .usual,
            pinnedKey: Self.pinnedKey(reading: table),
            clientCertificate: Self.clientCertificate(reading: table)
        )
    }

    /// One of the keys that say something of TLS; nil if none does.
    var firstKey: SettingsKey? {
        if profile != .usual { return .relayProfile }
        if pinnedKey != nil { return .relayPinnedKey }
        return clientCertificate == nil ? nil : .relayClientCertificate
    }

    private static func pinnedKey(reading table: SettingsTable) -> PinnedKey? {
        guard let text = table.text(.relayPinnedKey) else { return nil }
        guard let key = PinnedKey(text) else {
            table.report(
                .relayPinnedKey,
                .notPinnedKey
            )
            return nil
        }
        return key
    }

    private static func clientCertificate(reading table: SettingsTable) -> ClientCertificate? {
        let key = table.text(.relayClientKey)
        guard let path = table.text(.relayClientCertificate) else {
            if key != nil {
                table.report(
                    .relayClientKey,
                    .keyWithoutCertificate
                )
            }
            return nil
        }
        return ClientCertificate(path: path, key: key ?? path)
    }
}
