package import MailCore

/// By which way requests come to the pages.
package enum Door: Sendable {
    /// A port of this machine, for accounts of this machine: whoever has a link is in.
    case port(Int, users: Set<UInt32>)
    /// A socket, on which a reverse proxy says who it is.
    case socket(path: String, ProxyTrust)
}

/// What is believed of a reverse proxy: that it runs as one account, and that its header names who has signed in there.
package struct ProxyTrust: Sendable {
    /// The account at the other end of the socket, as the kernel knows it.
    package let user: UInt32
    /// That account's own group, which may pass the socket's folder.
    package let group: UInt32
    /// Spelt just so.
    package let header: String
    /// Where people reach the pages, with nothing behind the host's name.
    package let address: String
    /// Who may do what.
    package let people: ConsoleSettings

    package init(
        user: UInt32,
        group: UInt32,
        header: String,
        address: String,
        people: ConsoleSettings
    ) {
        self.user = user
        self.group = group
        self.header = header
        self.address = address
        self.people = people
    }

    /// The name of the host in the address.
    var host: String { String(address.dropFirst("https://".count)) }
}
