import CSQLite
import Foundation
import MailCore

/// Reads the events of a closed journal, to count the arrows that its deliveries have walked.
struct ChainReading {
    private let path: String

    init(_ state: String) { path = state + "/journal.sqlite" }

    /// - Throws: `Breach` if an event leads nowhere.
    func add(to coverage: inout Coverage) throws {
        var states: [String: DeliveryState] = [:]
        for (message, kind, verdict) in try events() {
            guard let kind = EventKind(rawValue: kind),
                let event = kind.deliveryEvent(verdict: verdict)
            else { continue }
            let state = states[message] ?? .planned
            guard let next = try? state.after(event) else {
                throw Breach(.chainWhole, "\(state) and then \(event)")
            }
            coverage.arrows[Coverage.Arrow(state: state, event: event), default: 0] += 1
            states[message] = next
        }
    }

    private func events() throws -> [(message: String, kind: String, verdict: String?)] {
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        // The system's own layer: reading in WAL mode needs its shared memory.
        guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, "unix") == SQLITE_OK else {
            throw Breach(.journalUsable, "the closed journal cannot be read")
        }
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        let sql = """
            SELECT message, kind, json_extract(detail, '$.verdict') FROM event
            WHERE message IS NOT NULL ORDER BY sequence
            """
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
            throw Breach(.journalUsable, "the closed journal has no events")
        }
        var events: [(message: String, kind: String, verdict: String?)] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            let texts = (0..<3).map { column in
                sqlite3_column_text(statement, column).map { String(cString: $0) }
            }
            events.append((texts[0] ?? "", texts[1] ?? "", texts[2]))
        }
        return events
    }
}
