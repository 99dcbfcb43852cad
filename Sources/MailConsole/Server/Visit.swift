import Hummingbird
import HummingbirdCore
import MailCore

/// A request of somebody who is in.
struct Visit: Sendable {
    let session: Session
    let request: Request
    /// The parts of the address's path.
    let path: [String]
    /// What stands behind its question mark.
    let query: FormFields
    let rights: Set<ConsoleRight>
    /// The use cases, done by whoever it is.
    let office: Office

    var token: String { session.formToken }
    var owner: String { session.id }
    var isPost: Bool { request.method == .post }
}
