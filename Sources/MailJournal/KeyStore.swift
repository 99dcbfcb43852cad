import Foundation
import GRDB
import Glibc
import MailCore
import Synchronization

import struct Crypto.SymmetricKey

/// The keys under which the journal seals what is personal, in a file of their own: the journal without
/// it, and so every backup of the journal, names nobody.
///
/// One key a campaign; whoever destroys it erases the campaign for good, in every copy of the journal.
/// Nothing else can bring a key back, so the file is replaced as a whole or not at all, and a key is on
/// the disk before anything is sealed with it.
package final class KeyStore: Sendable {
    /// Where it lies.
    package let path: String
    private let state: Mutex<State>

    private struct State {
        var keys: [String: [UInt8]]
        /// What the file is sealed under; nil if it is not.
        var office: OfficeKey?
    }

    /// - Parameters:
    ///   - path: Of the file; it is made when the first key is.
    ///   - office: What each key in it is sealed under; nil for keys as they are.
    /// - Throws: `JournalError` if it is there and cannot be used.
    package init(at path: String, under office: OfficeKey?) throws {
        self.path = path
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        guard PrivatePath.exists(folder) else {
            throw JournalError(
                "the folder of the key store is not there: mkdir -m 700 '\(PrivatePath.plain(folder))'"
            )
        }
        if let fault = PrivatePath.fault(ofFolder: PrivatePath.plain(folder)) {
            throw JournalError(
                en: "the folder of the key store \(PrivatePath.plain(folder)) \(fault)",
                de: "Der Ordner der Schlüsselablage \(PrivatePath.plain(folder)) \(fault)"
            )
        }
        if let fault = PrivatePath.fault(ofFile: path) {
            throw JournalError(Sentence(same: "\(path) \(fault)"))
        }
        let keys = try FileManager.default.contents(atPath: path).map {
            try KeyFile.keys($0, under: office, path)
        }
        state = Mutex(State(keys: keys ?? [:], office: office))
    }

    /// A key of 32 octets; nil if it is not there, or not any more.
    func key(_ name: String) -> [UInt8]? { state.withLock { $0.keys[name] } }

    /// Keeps keys; they are durable when it returns.
    ///
    /// - Throws: `JournalError`, which says whether anything was changed.
    func add(_ keys: [String: [UInt8]]) throws {
        try change { $0.keys.merge(keys) { $1 } }
    }

    /// Destroys keys for good; one that is not there is none.
    ///
    /// - Throws: `JournalError`, which says whether anything was changed; destroying again does no harm.
    func destroy(_ names: [String]) throws {
        try change { state in names.forEach { state.keys[$0] = nil } }
    }

    /// Seals all keys under another key of the office.
    ///
    /// - Parameter office: Nil for keys as they are.
    /// - Throws: `JournalError`, which says whether anything was changed.
    package func rewrap(under office: OfficeKey?) throws {
        try change { $0.office = office }
    }

    private func change(_ block: (inout State) -> Void) throws {
        try state.withLock { state in
            var changed = state
            block(&changed)
            try KeyFile.replace(path, with: KeyFile.octets(changed.keys, under: changed.office))
            state = changed
        }
    }
}

extension KeyStore {
    private static let functionName = "journal_key"

    /// By which a connection knows its keys: whatever works with the journal's tables can ask for them.
    var function: DatabaseFunction {
        DatabaseFunction(Self.functionName, argumentCount: 1) { values in
            String.fromDatabaseValue(values[0]).flatMap(self.key).map { Data($0) }
        }
    }

    /// A key of the store that belongs to a connection; nil if it is not there.
    static func key(_ name: String, in db: Database) throws -> SymmetricKey? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT \(functionName)(?)"),
            arguments: [name]
        ).map(SymmetricKey.init(data:))
    }

    /// What the key of a campaign is called.
    static func name(of campaign: String) -> String { "campaign \(campaign)" }

    /// What the key is called under which campaigns before version 7 hash addresses.
    static func recipientsName(of campaign: String) -> String { "recipients \(campaign)" }

    /// What the key is called by whose hashes a later campaign recognises who was told.
    static let noticeName = "notice"
}
