extension RelaySettings {
    init(reading table: SettingsTable) {
        let url = Self.url(reading: table)
        let wish = table.text("relay.security") ?? "tls"
        if wish != "tls" && wish != "none" {
            table.report("relay.security", "must be \"tls\" or \"none\"")
        }
        if wish == "none" && url?.isLoopback != true {
            table.report(
                "relay.security",
                "\"none\" is only allowed for a relay on 127.0.0.1, ::1 or localhost"
            )
        }
        let username = table.text("relay.username")
        let password = Self.passwordSource(reading: table)
        if (username == nil) != (password == nil) {
            table.report(
                "relay.username",
                "a login needs username and one of password_file, password_env"
            )
        }
        if username != nil && wish == "none" {
            table.report("relay.username", "a login is never sent without TLS")
        }
        self.init(
            host: url?.host ?? "",
            port: url?.port ?? 0,
            security: wish == "none"
                ? .none : url?.isImplicitTLS == true ? .implicitTLS : .startTLS,
            username: username,
            password: password,
            caFile: table.text("relay.ca_file"),
            connections: table.number("relay.connections", in: 1...64) ?? 1
        )
    }

    /// Nil if there is none that can be used; then that has been reported.
    private static func url(reading table: SettingsTable) -> RelayURL? {
        let text = table.requiredText("relay.url")
        guard !text.isEmpty else { return nil }
        do throws(RelayURL.Flaw) {
            return try RelayURL(parsing: text)
        } catch {
            table.report("relay.url", error.sentence)
            return nil
        }
    }

    private static func passwordSource(reading table: SettingsTable) -> PasswordSource? {
        let file = table.text("relay.password_file")
        let variable = table.text("relay.password_env")
        if file != nil && variable != nil {
            table.report("relay.password_env", "give password_file or password_env, not both")
        }
        return file.map { .file($0) } ?? variable.map { .environment($0) }
    }
}

extension RelayURL.Flaw {
    /// What the configuration must say instead.
    fileprivate var sentence: String {
        switch self {
        case .form: "must be smtp://host:port (STARTTLS) or smtps://host:port, without a login"
        case .host: "the host is not a plain name or address"
        case .port: "the port is out of range"
        }
    }
}
