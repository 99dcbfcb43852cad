package import MailCore

/// Whose word counts: the account somebody logged in with, and the one the program runs as.
///
/// With `sudo -u einzelpost` both people run as one account, which owns the state directory; what
/// tells them apart is the kernel's login uid, which `sudo` and `su` keep and which nobody without
/// CAP_AUDIT_CONTROL can change (decision 0007). Variables such as USER or SUDO_UID say nothing.
package struct Account: Hashable, Sendable {
    /// Who logged in; nil where no login has been set, as in many containers.
    package let identity: Identity?
    /// As the journal keeps it, for example `anna (1001) as einzelpost (990)`.
    package let text: String
    /// Whether the program runs as another account than the person's own, and not as root.
    package let isService: Bool
    /// The login uid; the real uid where no login has set one.
    private let person: UInt32

    /// - Parameters:
    ///   - login: Of the login; nil if it has not been set.
    ///   - real: Of the process.
    ///   - name: The name of an account.
    package init(login: UInt32?, real: UInt32, name: (UInt32) -> String) {
        let person = login ?? real
        identity = login.map { Identity(login: $0) }
        let own = "\(name(person)) (\(person))"
        text = person == real ? own : "\(own) as \(name(real)) (\(real))"
        isService = person != real && real != 0
        self.person = person
    }

    /// As the journal takes it; where no login has been set, the process counts.
    package var official: Official {
        Official(text: text, identity: identity ?? Identity(login: person))
    }
}
