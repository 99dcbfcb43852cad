package import MailCore

/// Whose word counts: the account somebody logged in with, or their name at the proxy, and the account the program runs as.
///
/// With `sudo -u einzelpost` both people run as one account, which owns the state directory; what
/// tells them apart is the kernel's login uid, which `sudo` and `su` keep and which nobody without
/// CAP_AUDIT_CONTROL can change (decision 0007). Variables such as USER or SUDO_UID say nothing.
package struct Account: Hashable, Sendable {
    /// Who logged in; nil where no login has been set, as in many containers.
    package let identity: Identity?
    /// As the journal keeps it, for example `anna (1001) as einzelpost (990)`.
    package let text: String
    /// Whether the program runs as an account that is no person's own, and not as root.
    package let isService: Bool
    /// The account the program runs as: `einzelpost (990)`.
    private let process: String

    /// - Parameters:
    ///   - login: The login uid; nil, or the highest number there is, if it has not been set (proc(5)).
    ///   - real: Of the process.
    ///   - name: The name of an account.
    package init(login: UInt32?, real: UInt32, name: (UInt32) -> String) {
        let login = login == .max ? nil : login
        identity = login.map { Identity(login: $0) }
        let process = "\(name(real)) (\(real))"
        self.process = process
        text =
            switch login {
            case nil: "\(process), without a login"
            case real?: process
            case let login?: "\(name(login)) (\(login)) as \(process)"
            }
        let isForeign = login.map { $0 != real } ?? false
        isService = real != 0 && (isForeign || !Self.people.contains(real))
    }

    /// Somebody whom a reverse proxy has signed in, for example `anna@kreis.example (sso) as einzelpost (990)`.
    ///
    /// - Parameter name: At the proxy; upper and lower case are one, so that nobody is two people.
    /// - Returns: Whose word counts; the program runs as before.
    package func signedIn(as name: String) -> Account {
        let name = name.lowercased()
        return Account(
            identity: Identity(realm: "sso", id: name),
            text: "\(name) (sso) as \(process)",
            isService: isService,
            process: process
        )
    }

    private init(identity: Identity, text: String, isService: Bool, process: String) {
        self.identity = identity
        self.text = text
        self.isService = isService
        self.process = process
    }

    /// The accounts of people, as `useradd` numbers them (UID_MIN and UID_MAX of login.defs).
    private static let people: ClosedRange<UInt32> = 1_000...60_000

    /// As the journal takes it: where no login has been set, nobody knows who it was.
    package var official: Official { Official(text: text, identity: identity) }
}
