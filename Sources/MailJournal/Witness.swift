import Foundation
import GRDB
import MailCore
import Synchronization

/// Knows, outside of the state directory, how far a journal has come and who may have been told, so that
/// an older copy of it is recognised, wherever it comes from.
///
/// Every commit is told to it before anybody who waits for that commit goes on. Of the same boot it is
/// exact; a power cut takes what was written since the last sync, at most `block` claims.
///
/// All of it must be called on the journal's own queue, or before anybody else has the journal.
final class Witness: Sendable {
    /// How many messages are claimed between two syncs: each costs a flush to disk, and what has not been
    /// synced is what a power cut leaves in doubt if an older copy of the journal is used after it.
    static let block = 256

    private struct State {
        /// Nil if there is none of this journal.
        var file: WitnessFile?
        var head: WitnessFile.Head
        var standing: JournalStanding
        var claims = 0
    }

    private let state: Mutex<State>
    private let path: String
    /// The journal's name, which its copies share.
    private let id: [UInt8]
    /// Of journals that lay in the same state directory and are gone.
    private let replaced: [String]

    /// Finds out how a journal stands, and follows it if it is the newest.
    ///
    /// - Throws: `JournalError`, or `StateDirectoryError` if another process works with a copy of it.
    init(
        of db: Database,
        in folder: WitnessFolder,
        beside directory: StateDirectory,
        boot: String
    ) throws {
        try folder.check(beside: directory)
        let known = try Secret.stored(Self.name, in: db)
        id = try known ?? Secret.unforeseeable(in: db)
        let name = Hexadecimal.text(of: id)
        let place = WitnessFolder.place(of: directory)
        path = folder.file(of: name)
        let file = try WitnessFile.ifThere(at: path)
        let before = try file?.head()
        replaced = before == nil ? try folder.others(at: place, than: name) : []
        let last = try EventChain.head(in: db)
        let head = WitnessFile.Head(
            sequence: last.sequence,
            hash: last.hash,
            boot: boot,
            isSending: false,
            place: place
        )
        let standing = try Self.standing(
            of: db,
            Self.Known(
                file: file,
                head: before,
                boot: boot,
                isNamed: known != nil,
                replaced: replaced
            )
        )
        state = Mutex(State(file: file, head: head, standing: standing))
        guard standing == .newest else { return }
        try state.withLock { state in
            let file = try state.file ?? WitnessFile(at: path)
            if before.map({ Self.mayHaveForgotten($0, boot: boot) }) ?? true {
                try Self.learn(file, from: db)
            }
            if before != head { try file.write(head) }
            state.file = file
        }
        try keepName(in: db)
    }

    /// Whether the machine went down in a run: then what was not synced may be lost.
    private static func mayHaveForgotten(_ head: WitnessFile.Head, boot: String) -> Bool {
        head.isSending && (boot.isEmpty || head.boot != boot)
    }

    /// Takes from the journal who may have been told, beside what is known already.
    private static func learn(_ file: WitnessFile, from db: Database) throws {
        for message in try Suspect.told(in: db) { try file.note(message, mayBeTold: true) }
        try file.sync()
    }

    /// In the table `secret`.
    private static let name = "journal"

    /// Must come behind the file: a journal that has its name and no file came from elsewhere.
    private func keepName(in db: Database) throws {
        guard try Secret.stored(Self.name, in: db) == nil else { return }
        try SecretRow(name: Self.name, value: id).insert(in: db)
    }

    /// What is found beside the journal.
    private struct Known {
        let file: WitnessFile?
        let head: WitnessFile.Head?
        let boot: String
        /// Whether the journal has had a witness.
        let isNamed: Bool
        let replaced: [String]
    }

    private static func standing(of db: Database, _ known: Known) throws -> JournalStanding {
        guard let file = known.file, let head = known.head else {
            let told = try known.replaced.reduce(0) { try $0 + WitnessFile.told(at: $1) }
            if told > 0 { return .replaced(told: told) }
            return known.isNamed && known.file == nil ? .unwitnessed : .newest
        }
        guard try EventChain.hash(ofEvent: head.sequence, in: db) != head.hash else {
            return .newest
        }
        let isExact = !mayHaveForgotten(head, boot: known.boot)
        let told = try file.told()
        let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM message") ?? 0
        return .behind(
            .init(
                open: try Suspect.all(told: Set(told), isExact: isExact, in: db).count,
                elsewhere: told.count { $0 > last },
                isExact: isExact
            )
        )
    }

    var standing: JournalStanding { state.withLock(\.standing) }

    /// Notes the journal's last event.
    ///
    /// Must come before anybody who waits for the commit goes on.
    func noteCommit(in db: Database) throws {
        try state.withLock { state in
            guard state.standing == .newest, let file = state.file else { return }
            let last = try EventChain.head(in: db)
            guard state.head.sequence != last.sequence else { return }
            (state.head.sequence, state.head.hash) = last
            try file.write(state.head)
        }
    }

    /// Notes messages that are about to be claimed.
    ///
    /// Must come before the commit that claims them.
    ///
    /// - Throws: `JournalError` also where the journal is not the newest.
    func announce(_ messages: [Int64]) throws {
        guard !messages.isEmpty else { return }
        try state.withLock { state in
            guard state.standing == .newest, let file = state.file else {
                throw JournalError("this journal must not be sent from: there is a newer one")
            }
            let isFirst = !state.head.isSending
            if isFirst {
                state.head.isSending = true
                try file.write(state.head)
            }
            for message in messages { try file.note(message, mayBeTold: true) }
            state.claims += messages.count
            guard isFirst || state.claims >= Self.block else { return }
            try file.sync()
            state.claims = 0
        }
    }

    /// Notes messages of which it is recorded that their people were not told.
    func acquit(_ messages: [Int64]) throws {
        try state.withLock { state in
            guard state.standing == .newest else { return }
            for message in messages { try state.file?.note(message, mayBeTold: false) }
        }
    }

    /// Notes that nothing is in flight any more: what is known survives a power cut from here on.
    func rest() throws {
        try state.withLock { state in
            guard let file = state.file, state.head.isSending else { return }
            state.head.isSending = false
            state.claims = 0
            try file.write(state.head)
            try file.sync()
        }
    }

    /// The messages that a journal calls open and that may have been told since, or are left in `sending`.
    func suspects(in db: Database) throws -> [Suspect] {
        try state.withLock { state in
            guard case .behind(let missing) = state.standing, let file = state.file else {
                return []
            }
            return try Suspect.all(told: Set(file.told()), isExact: missing.isExact, in: db)
        }
    }

    /// The messages that a journal calls refused and that have been told since.
    func retried(in db: Database) throws -> [Suspect] {
        try state.withLock { state in
            guard case .behind = state.standing, let file = state.file else { return [] }
            return try Suspect.refused(told: Set(file.told()), in: db)
        }
    }

    /// Follows the journal from where it is now, whatever was known before.
    func takeForNewest(_ db: Database) throws {
        try state.withLock { state in
            guard state.standing != .newest else { return }
            let file = try state.file ?? WitnessFile(at: path)
            try file.clear()
            try Self.learn(file, from: db)
            (state.head.sequence, state.head.hash) = try EventChain.head(in: db)
            try file.write(state.head)
            try file.sync()
            for path in replaced { try WitnessFile.release(at: path) }
            state.file = file
            state.standing = .newest
        }
        try keepName(in: db)
    }
}
