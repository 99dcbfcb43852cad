import MailCore
import MailJournal

/// Looks at the key store, seals it under another key of the office, or takes note that it is lost.
package struct KeyCare {
    /// What somebody wants.
    package enum Request: Hashable, Sendable {
        case look
        /// With the file of the office's key under which it is sealed now; nil if it lies open.
        case rotate(oldOfficeKey: String?)
        case lost

        /// - Throws: `UnclearRequest` if it says two things.
        package init(rotate: Bool, oldOfficeKey: String?, lost: Bool) throws(UnclearRequest) {
            switch (rotate, lost) {
            case (false, false) where oldOfficeKey == nil: self = .look
            case (true, false): self = .rotate(oldOfficeKey: oldOfficeKey)
            case (false, true) where oldOfficeKey == nil: self = .lost
            default: throw .keys
            }
        }
    }

    /// The key store as it is now.
    package struct Result: Sendable {
        /// A campaign with people, and whether its key is there.
        package struct Campaign: Sendable {
            package let id: String
            package let isKeyThere: Bool
        }

        package let request: Request
        package let file: String
        /// Whether it is sealed under a key of the office.
        package let isSealed: Bool
        package let campaigns: [Campaign]
        /// Whether it can be told who was told before.
        package let isNoticeKeyThere: Bool
    }

    private let places: AuthorityPlaces
    private let surroundings: Surroundings

    package init(at places: AuthorityPlaces, in surroundings: Surroundings) {
        self.places = places
        self.surroundings = surroundings
    }

    /// - Returns: The key store afterwards.
    /// - Throws: `ConfigurationError`, `StateDirectoryError`, `JournalError`.
    package func run(_ request: Request) throws -> Result {
        if case .rotate(let old) = request { try rotate(from: old) }
        let workspace = try Workspace.open(places, in: surroundings)
        if request == .lost { try workspace.journal.loseNoticeKey() }
        let journal = workspace.journal
        return Result(
            request: request,
            file: journal.keyStorePath,
            isSealed: workspace.settings.keys.office != nil,
            campaigns: try journal.campaigns().filter { $0.erasedAt == nil }.map {
                Result.Campaign(id: $0.id, isKeyThere: journal.hasKey(of: $0.id))
            },
            isNoticeKeyThere: try journal.isNoticeKeyThere()
        )
    }

    /// Under the lock of the state directory, so that nobody else writes the store meanwhile.
    private func rotate(from old: String?) throws {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        let directory = try StateDirectory(at: file.stateDirectory(option: places.state))
        let new = try file.officeKey()
        if old == nil, (try? file.keys(of: directory)) != nil { return }
        let store = try KeyStore(
            at: file.keyPath(of: directory),
            under: old.map { try file.officeKey(in: $0) }
        )
        try store.rewrap(under: new)
    }
}
