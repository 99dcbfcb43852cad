import Foundation

/// Where the relay listens: `smtp://host:port` or `smtps://host:port`, and nothing else.
///
/// What the configuration says and what libcurl is given, built so that no part can pass for
/// another.
package struct RelayURL: Hashable, Sendable {
    /// A plain name or address, without brackets.
    package let host: String
    package let port: Int
    /// TLS from the first byte.
    package let isImplicitTLS: Bool

    /// Why something is no such URL.
    package enum Flaw: Error, Hashable, Sendable {
        case form
        case host
        case port
    }

    /// Reads what the configuration says.
    package init(parsing text: String) throws(Flaw) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let url = URLComponents(string: text), let scheme = url.scheme,
            scheme == "smtp" || scheme == "smtps", let host = url.host, !host.isEmpty,
            url.user == nil, url.password == nil, url.path.isEmpty || url.path == "/",
            url.query == nil, url.fragment == nil
        else { throw .form }
        let isImplicitTLS = scheme == "smtps"
        try self.init(
            host: host,
            port: url.port ?? (isImplicitTLS ? 465 : 587),
            isImplicitTLS: isImplicitTLS
        )
    }

    /// Puts it together; an address of IPv6 may stand in brackets.
    package init(host: String, port: Int, isImplicitTLS: Bool) throws(Flaw) {
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        self.host = isBracketed ? String(host.dropFirst().dropLast()) : host
        self.port = port
        self.isImplicitTLS = isImplicitTLS
        // A percent escape may stand for anything, line ends included.
        guard Self.isPlain(self.host) else { throw .host }
        guard (1...65_535).contains(port) else { throw .port }
    }

    /// Whether it is this machine.
    ///
    /// Only names that no name server is asked for: `127.0.0.1.example.org` is somebody's host, and
    /// `127.0.0.01` is read differently by different programs.
    package var isLoopback: Bool { Self.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" || host == "::1" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers.first == "127"
            && numbers.allSatisfy { UInt8($0).map(String.init) == String($0) }
    }

    /// For libcurl, which takes the name it says in EHLO from the path; nil for the host's own.
    package func text(clientName: ClientName?) -> String {
        let shown = host.contains(":") ? "[\(host)]" : host
        return "\(isImplicitTLS ? "smtps" : "smtp")://\(shown):\(port)/\(clientName?.text ?? "")"
    }

    /// Nothing that a URL or an EHLO line could misread.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { octet in
                switch octet {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-._:".utf8.contains(octet)
                }
            }
    }
}
