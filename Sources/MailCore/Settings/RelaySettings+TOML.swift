import Foundation

extension RelaySettings {
    init(reading table: SettingsTable) {
        let url = RelayURL(reading: table)
        let wish = table.text("relay.security") ?? "tls"
        if wish != "tls" && wish != "none" {
            table.report("relay.security", "must be \"tls\" or \"none\"")
        }
        if wish == "none" && !url.isLoopback {
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
            host: url.host,
            port: url.port,
            security: wish == "none" ? .none : url.isImplicit ? .implicitTLS : .startTLS,
            username: username,
            password: password,
            caFile: table.text("relay.ca_file"),
            connections: table.number("relay.connections", in: 1...64) ?? 1
        )
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

/// `smtp://host:port` or `smtps://host:port`, and nothing else.
private struct RelayURL {
    var host = ""
    var port = 0
    var isImplicit = false

    /// Only names that no name server is asked for: `127.0.0.1.example.org` is somebody's host.
    var isLoopback: Bool {
        if host.lowercased() == "localhost" || host == "::1" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers.first == "127"
            && numbers.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }

    init(reading table: SettingsTable) {
        let text = table.requiredText("relay.url")
        guard !text.isEmpty else { return }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let url = URLComponents(string: text), let scheme = url.scheme,
            scheme == "smtp" || scheme == "smtps", let name = url.host, !name.isEmpty,
            url.user == nil, url.password == nil, url.path.isEmpty || url.path == "/",
            url.query == nil, url.fragment == nil
        else {
            table.report(
                "relay.url",
                "must be smtp://host:port (STARTTLS) or smtps://host:port, without a login"
            )
            return
        }
        host = name.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        isImplicit = scheme == "smtps"
        // A percent escape may stand for anything, line ends included.
        if !host.utf8.allSatisfy(Self.isHostOctet) {
            table.report("relay.url", "the host is not a plain name or address")
        }
        port = url.port ?? (isImplicit ? 465 : 587)
        if !(1...65_535).contains(port) { table.report("relay.url", "the port is out of range") }
    }

    private static func isHostOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._:".utf8.contains(octet)
        }
    }
}
