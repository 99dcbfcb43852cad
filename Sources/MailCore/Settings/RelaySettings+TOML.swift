extension RelaySettings {
    init(reading table: SettingsTable) {
        let url = Self.url(reading: table)
        let isPlain = table.text(.relaySecurity) == "none"
        if isPlain && url?.isLoopback != true {
            table.report(
                .relaySecurity,
                .plainRelayElsewhere
            )
        }
        let account = Account(reading: table)
        if account != nil && isPlain {
            table.report(.relayUsername, .loginWithoutTLS)
        }
        let tls = TLSDemands(reading: table)
        if isPlain, let key = tls.firstKey {
            table.report(key, .tlsWithoutTLS)
        }
        self.init(
            host: url?.host ?? "",
            port: url?.port ?? 0,
            security: isPlain
                ? .none : url?.isImplicitTLS == true ? .implicitTLS : .startTLS,
            account: account,
            caFile: table.text(.relayCAFile),
            clientName: Self.clientName(reading: table),
            tls: tls,
            connections: table.number(.relayConnections)
        )
    }

    /// Nil if there is none that can be used; then that has been reported.
    private static func url(reading table: SettingsTable) -> RelayURL? {
        let text = table.requiredText(.relayURL)
        guard !text.isEmpty else { return nil }
        do throws(RelayURL.Flaw) {
            return try RelayURL(parsing: text)
        } catch {
            table.report(.relayURL, error.fault)
            return nil
        }
    }

    private static func clientName(reading table: SettingsTable) -> ClientName? {
        guard let text = table.text(.relayClientName) else { return nil }
        guard let name = ClientName(text) else {
            table.report(.relayClientName, .notClientName)
            return nil
        }
        return name
    }
}

extension RelayURL.Flaw {
    /// What the configuration must say instead.
    fileprivate var fault: SettingsFault {
        switch self {
        case .form: .relayForm
        case .host: .relayHost
        case .port: .relayPort
        }
    }
}
