import Dispatch
package import MailCampaign
import MailCore

/// The use cases, one after the other: a journal is opened for each and closed behind it, so that the command
/// line can work beside the pages.
package struct Office: Sendable {
    package let places: AuthorityPlaces
    package private(set) var surroundings: Surroundings
    /// The moment that everything is judged by instead of now, as somebody typed it; nil for now.
    package let moment: String?
    /// A private folder for what is read.
    package let folder: String
    /// The lock of the state directory knows processes and no threads, so only one thread works on it.
    private let queue = DispatchQueue(label: "office")

    package init(
        places: AuthorityPlaces,
        surroundings: Surroundings,
        moment: String?,
        folder: String
    ) {
        self.places = places
        self.surroundings = surroundings
        self.moment = moment
        self.folder = folder
    }

    /// The same, done by somebody whom the proxy has signed in.
    func acting(as person: String) -> Office {
        var office = self
        office.surroundings.account = surroundings.account.signedIn(as: person)
        return office
    }

    /// Does something with the journal.
    ///
    /// - Throws: `StateDirectoryError` while somebody is sending, and what `use` throws.
    func work<Value: Sendable>(
        _ use: @escaping @Sendable (Workspace) throws -> Value
    ) async throws -> Value {
        try await queued { try use(Workspace.open(places, in: surroundings)) }
    }

    /// Looks at the journal, also while somebody is sending.
    func look<Value: Sendable>(
        _ use: @escaping @Sendable (Workspace) throws -> Value
    ) async throws -> Value {
        try await queued { try Workspace.looking(at: places, in: surroundings, use) }
    }

    /// Does something that needs no journal, and a thread of its own all the same.
    func queued<Value: Sendable>(
        _ use: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try use() }) }
        }
    }

    /// What a file is, read with these answers.
    func look(at file: SealedUpload, _ answers: [FileAnswer]) async throws -> FileLook {
        let facts = try OfficeFacts(of: places, in: surroundings)
        return try await queued {
            try file.reading(in: folder) { path in
                FileLook(
                    try FileInspection.look(
                        at: path,
                        ReadingChoice(answers),
                        asOf: moment,
                        now: surroundings.now(),
                        zone: facts.zone
                    )
                )
            }
        }
    }

    /// What came of an attempt to plan.
    enum Planned: Sendable {
        case campaign(String)
        /// The same days are there already.
        case earlier(id: String, Sentence)
    }

    /// Plans a campaign; unless somebody wants it all the same, not beside one of the same days.
    func plan(
        _ file: SealedUpload,
        _ answers: [FileAnswer],
        _ choice: CancelChoice,
        besideEarlier: Bool
    ) async throws -> Planned {
        try await work { workspace in
            try file.reading(in: folder) { path in
                let planning = try choice.planning(
                    of: path,
                    answers,
                    asOf: moment,
                    in: workspace
                )
                if !besideEarlier,
                    let earlier = try EarlierCampaign.latest(before: planning, in: workspace)
                {
                    return .earlier(id: earlier.id, earlier.pageNote)
                }
                return .campaign(try Planning.id(of: planning, in: workspace))
            }
        }
    }
}
