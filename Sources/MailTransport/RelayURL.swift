import MailCore

/// The URL libcurl connects to, built so that no part can pass for another.
struct RelayURL {
    let text: String

    /// - Throws: `RelayError` for a host, port or client name that cannot be one, and for clear text
    ///   to any host but this one.
    init(of relay: Relay, clientName: String?) throws(RelayError) {
        guard Self.isName(relay.host), (1...65_535).contains(relay.port),
            clientName.map(Self.isName) ?? true
        else { throw .impossibleName(relay) }
        guard relay.security != .none || Self.isLoopback(relay.host) else {
            throw .clearText(relay)
        }
        let scheme = relay.security == .implicitTLS ? "smtps" : "smtp"
        let bare = relay.host.filter { $0 != "[" && $0 != "]" }
        let host = bare.contains(":") ? "[\(bare)]" : bare
        text = "\(scheme)://\(host):\(relay.port)/\(clientName ?? "")"
    }

    /// Host names and address literals; nothing a URL or an EHLO line could misread.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { octet in
                switch octet {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-._:[]".utf8.contains(octet)
                }
            }
    }

    private static func isLoopback(_ host: String) -> Bool {
        ["localhost", "::1", "[::1]"].contains(host.lowercased()) || isLoopbackV4(host)
    }

    /// `127.0.0.0/8`, all four numbers written out: `127.example.org` is somebody else.
    private static func isLoopbackV4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
