import GRDB
import MailCore

/// Where the flight record of a run is, and the token that binds it to that run.
struct FlightRun {
    let path: String
    let token: [UInt8]
}

extension Journal {
    /// Notes, durable when it returns, that a run begins whose flight record is in that folder.
    ///
    /// The record's name and its token are new in every run: no other's can be taken for it.
    func beginFlight(in folder: String) throws -> FlightRun {
        try write { db in
            try Self.forgetFlight(in: db)
            let token = try Secret.make(Self.flightToken, in: db)
            let path = "\(folder)/flight-\(Hexadecimal.text(of: token.prefix(8)))"
            try SecretRow(name: Self.flightPath, value: Array(path.utf8)).insert(in: db)
            return FlightRun(path: path, token: token)
        }
    }

    /// Of the last run that has begun and not ended; nil if there is none.
    func lastFlight() throws -> FlightRun? {
        try read { db in
            guard let token = try Secret.stored(Self.flightToken, in: db),
                let path = try Secret.stored(Self.flightPath, in: db)
            else { return nil }
            return FlightRun(path: String(decoding: path, as: UTF8.self), token: token)
        }
    }

    /// Notes that no run's record is to be asked any more.
    func endFlight() throws {
        try write { try Self.forgetFlight(in: $0) }
    }

    private static let flightToken = "flight token"
    private static let flightPath = "flight path"

    private static func forgetFlight(in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM secret WHERE name IN (?, ?)",
            arguments: [flightToken, flightPath]
        )
    }
}
