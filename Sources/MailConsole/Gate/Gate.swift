import HTTPTypes
import Hummingbird
import HummingbirdCore
import MailCore

/// Who may come to the pages, and what may change something; asked before anything else.
struct Gate: Sendable {
    /// Why somebody is turned away.
    enum Refused: Error, Equatable {
        /// Another name than ours: a page of somebody else that has been led here.
        case otherHost
        /// Another account of this machine.
        case otherAccount
        /// A form that none of our pages has sent.
        case foreignForm
        /// It is not clear whom the proxy means, or whether it was the proxy who said it.
        case doubtfulHeader
    }

    let door: Door
    private let hosts: Set<String>
    /// The port that is served; nil behind a proxy.
    private let port: Int?

    /// - Parameters:
    ///   - door: By which way requests come.
    ///   - port: The one that is served; nil behind a proxy.
    init(_ door: Door, at port: Int?) {
        self.door = door
        self.port = port
        hosts =
            switch door {
            case .port: Set(port.map { ["127.0.0.1:\($0)", "localhost:\($0)"] } ?? [])
            case .socket(_, let trust): [trust.host, "\(trust.host):443"]
            }
    }

    /// The account first: nobody else is told anything.
    func check(_ request: Request, from peer: Peer) throws(Refused) {
        switch (door, peer) {
        case (.port(_, let users), .port(let client)):
            try checkHost(request)
            guard let client, let port, let user = PeerAccount.user(client: client, server: port),
                users.contains(user)
            else { throw .otherAccount }
        case (.socket(_, let trust), .account(let user)):
            guard let user, user == trust.user else { throw .otherAccount }
            try checkHost(request)
        case (.port, .account), (.socket, .port): throw .otherAccount
        }
    }

    private func checkHost(_ request: Request) throws(Refused) {
        guard let host = request.head.authority, hosts.contains(host.lowercased()) else {
            throw .otherHost
        }
    }

    /// Whether a request that changes something comes from one of our own pages; its token is looked at
    /// when the form has been read.
    func checkOrigin(_ request: Request) throws(Refused) {
        let site = request.headers[.secFetchSite]
        guard site == nil || site == "same-origin", let host = request.head.authority,
            request.headers[.origin] == origin(of: host)
        else { throw .foreignForm }
    }

    private func origin(of host: String) -> String {
        switch door {
        case .port: "http://\(host)"
        case .socket(_, let trust): trust.address
        }
    }

    /// Who has signed in at the proxy; nil without one, and always nil on a port of this machine, where everybody could
    /// say anything.
    func person(in request: Request) throws(Refused) -> String? {
        switch door {
        case .port: nil
        case .socket(_, let trust): try trust.person(in: request.headers)
        }
    }

    /// What somebody may do; whoever has a link may do everything.
    func rights(of person: String?) -> Set<ConsoleRight> {
        switch door {
        case .port: Set(ConsoleRight.allCases)
        case .socket(_, let trust): person.map(trust.people.rights) ?? []
        }
    }

    /// The cookie's name.
    ///
    /// Cookies do not know ports, so it says which one. Behind a proxy no other host of the office can have set it
    /// (RFC 6265bis, `__Host-`).
    var cookie: String { port.map { "einzelpost-\($0)" } ?? "__Host-einzelpost" }

    /// The session that a request names; nil without one, or with several.
    func sessionID(in request: Request) -> String? {
        let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
            .map { $0.trimmingBlanks.split(separator: "=", maxSplits: 1).map(String.init) }
        let ours = cookies.filter { $0.count == 2 && $0[0] == cookie }.map { $0[1] }
        return ours.count == 1 ? ours[0] : nil
    }

    /// Lax, since a link from the terminal, a file or the proxy's own sign-in must lead in; what changes something is a
    /// form, with an origin and a token.
    func header(for id: String) -> String { "\(cookie)=\(id)\(attributes)" }

    var emptyHeader: String { "\(cookie)=\(attributes); Max-Age=0" }

    private var attributes: String {
        "; Path=/; HttpOnly; SameSite=Lax" + (port == nil ? "; Secure" : "")
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var rest = self
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return rest
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name.known("Sec-Fetch-Site")
    static let lastEventID = HTTPField.Name.known("Last-Event-ID")

    static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name") }
        return name
    }
}
