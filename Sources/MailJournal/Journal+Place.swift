package import Foundation
import GRDB
import Glibc
import MailCore

extension Journal {
    /// Whether the journal is still the file it was when it was first planned in or last sent from, on the
    /// same machine; true for one that has never been used.
    ///
    /// A copy knows nothing of what its original sends, and a restored backup nothing of what was
    /// sent after it was made. Going on with either would tell people twice.
    package func isInItsPlace(machine: String = Journal.machineID) throws -> Bool {
        let known = try read { try Self.knownPlace(in: $0) }
        return known == nil || known == place(on: machine)
    }

    /// Notes that the journal belongs where it is now, if it has never been noted.
    ///
    /// Must come before the first campaign: a copy that is made later is then known for one.
    package func bindPlace(on machine: String = Journal.machineID) throws {
        let place = place(on: machine)
        try write { db in
            guard try Self.knownPlace(in: db) == nil else { return }
            try SecretRow(name: Self.placeName, value: Array(place.utf8)).insert(in: db)
        }
    }

    /// Notes that the journal belongs where it is now.
    ///
    /// - Parameters:
    ///   - machine: This machine's name for itself.
    ///   - now: The time of the event that records a move, if there was one.
    /// - Throws: `JournalError`.
    package func settle(on machine: String = Journal.machineID, at now: Date) throws {
        let place = place(on: machine)
        try write { db in
            let known = try Self.knownPlace(in: db)
            guard known != place else { return }
            try db.execute(sql: "DELETE FROM secret WHERE name = ?", arguments: [Self.placeName])
            try SecretRow(name: Self.placeName, value: Array(place.utf8)).insert(in: db)
            guard known != nil else { return }
            try EventChain.append(Event(.moved, campaign: ""), at: now, in: db)
        }
    }

    /// In the table `secret`.
    private static let placeName = "place"

    private static func knownPlace(in db: Database) throws -> String? {
        try Secret.stored(placeName, in: db).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A copied file has another inode.
    ///
    /// The device's number is left out: it may change when the
    /// machine starts.
    private func place(on machine: String) -> String {
        var info = stat()
        let inode = lstat(directory.journalPath, &info) == 0 ? "\(info.st_ino)" : ""
        return "\(inode) \(machine)"
    }

    /// See machine-id(5); empty where there is none, as in some containers.
    package static var machineID: String {
        (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }
}
