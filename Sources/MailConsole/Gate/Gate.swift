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
    }

    let hosts: Set<String>
    /// Accounts whose programs may connect; nil where the other end is not a port of this machine.
    let users: Set<UInt32>?

    init(port: Int, users: Set<UInt32>) {
        hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        self.users = users
        self.port = port
    }

    private let port: Int

    func check(_ request: Request, client: Int?) throws(Refused) {
        guard let host = request.head.authority, hosts.contains(host) else { throw .otherHost }
        if let users {
            guard let client, let user = PeerAccount.user(client: client, server: port),
                users.contains(user)
            else { throw .otherAccount }
        }
    }

    /// Whether a request that changes something comes from one of our own pages; its token is looked at
    /// when the form has been read.
    func checkOrigin(_ request: Request) throws(Refused) {
        let site = request.headers[.secFetchSite]
        guard site == nil || site == "same-origin", let host = request.head.authority,
            request.headers[.origin] == "http://\(host)"
        else { throw .foreignForm }
    }

    /// The cookie's name: cookies do not know ports, so it says which one.
    var cookie: String { "einzelpost-\(port)" }

    /// The session that a request names; nil without one, or with several.
    func sessionID(in request: Request) -> String? {
        let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
            .map { $0.trimmingBlanks.split(separator: "=", maxSplits: 1).map(String.init) }
        let ours = cookies.filter { $0.count == 2 && $0[0] == cookie }.map { $0[1] }
        return ours.count == 1 ? ours[0] : nil
    }

    /// Lax, since a link from the terminal or a file must lead in; what changes something is a form, with
    /// an origin and a token.
    func header(for id: String) -> String {
        "\(cookie)=\(id); Path=/; HttpOnly; SameSite=Lax"
    }

    var emptyHeader: String { "\(cookie)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0" }
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
