/// The mail relay of the authority: the only host the program contacts.
package struct Relay: Hashable, Sendable {
    /// How the connection is protected.
    package enum Security: String, Hashable, Sendable {
        /// `smtp://`: STARTTLS, required (RFC 3207).
        case startTLS
        /// `smtps://`: TLS from the first byte (RFC 8314).
        case implicitTLS
        /// Clear text; only for loopback addresses.
        case none
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let login: Login?
    /// File with the certificates to trust instead of the system's; nil for the system's.
    package let caFile: String?
    /// What to greet it with; nil for the host's own name, whatever that is.
    package let clientName: ClientName?
    package let tls: TLSDemands

    package init(
        host: String,
        port: Int,
        security: Security,
        login: Login? = nil,
        caFile: String? = nil,
        clientName: ClientName? = nil,
        tls: TLSDemands = TLSDemands()
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.caFile = caFile
        self.clientName = clientName
        self.tls = tls
    }

    /// The same relay with another login.
    package func with(_ login: Login?) -> Relay {
        Relay(
            host: host,
            port: port,
            security: security,
            login: login,
            caFile: caFile,
            clientName: clientName,
            tls: tls
        )
    }

    /// Host and port, for people.
    package var name: String { "\(host):\(port)" }
}

/// A secret that does not show itself.
package struct Password: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The secret itself.
    ///
    /// Only the transport asks for it.
    package let secretText: String

    package init(_ secretText: String) {
        self.secretText = secretText
    }

    package var description: String { "[password]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
