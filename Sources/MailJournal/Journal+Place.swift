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

    /// Notes that the journal belongs where it is now, if it has never been noted; of one that came from elsewhere, and of
    /// which nobody has said how, notes how far it had come by then.
    ///
    /// Must come before every campaign: a copy that is made later is then known for one, and what is planned here
    /// for something that nobody else can have sent.
    package func bindPlace(on machine: String = Journal.machineID) throws {
        let place = place(on: machine)
        try write { db in
            if standing == .unwitnessed { try Self.noteArrival(at: place, in: db) }
            guard try Self.knownPlace(in: db) == nil else { return }
            try SecretRow(name: Self.placeName, value: Array(place.utf8)).insert(in: db)
        }
    }

    private static func noteArrival(at place: String, in db: Database) throws {
        guard try arrival(at: place, in: db) == nil else { return }
        let text = "\(try EventChain.head(in: db).sequence) \(place)"
        try db.execute(sql: "DELETE FROM secret WHERE name = ?", arguments: [arrivalName])
        try SecretRow(name: arrivalName, value: Array(text.utf8)).insert(in: db)
    }

    /// The journal's last event by the time when it was first planned in here after it had come from elsewhere; nil if
    /// nothing has been planned here.
    func arrival(on machine: String = Journal.machineID, in db: Database) throws -> Int? {
        try Self.arrival(at: place(on: machine), in: db)
    }

    /// What was noted at another place is no answer: the journal has been put back since.
    private static func arrival(at place: String, in db: Database) throws -> Int? {
        guard let stored = try Secret.stored(arrivalName, in: db) else { return nil }
        let parts = String(decoding: stored, as: UTF8.self).split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[1] == place else { return nil }
        return Int(parts[0])
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
            try db.execute(sql: "DELETE FROM secret WHERE name = ?", arguments: [Self.arrivalName])
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
    /// In the table `secret`: a number and a place.
    private static let arrivalName = "arrival"

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
