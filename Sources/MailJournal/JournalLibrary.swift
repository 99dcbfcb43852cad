import GRDB

/// The SQLite that runs.
package enum JournalLibrary {
    /// `3.40.1`; nil if it does not tell.
    package static var version: String? {
        try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
    }
}
