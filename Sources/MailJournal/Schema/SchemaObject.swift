import GRDB

/// A table or an index, word for word as SQLite remembers it.
///
/// Also what could change data in passing, such as a trigger.
struct SchemaObject: Hashable {
    let type: String
    let name: String
    let table: String
    /// Nil for an index that SQLite makes itself.
    let sql: String?

    /// What stands in a file, but for the notes of the migrator.
    static func all(in db: Database) throws -> Set<SchemaObject> {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT type, name, tbl_name, sql FROM sqlite_schema
                WHERE tbl_name <> 'grdb_migrations'
                """
        )
        return Set(
            rows.map {
                SchemaObject(
                    type: $0["type"],
                    name: $0["name"],
                    table: $0["tbl_name"],
                    sql: $0["sql"]
                )
            }
        )
    }

    /// What stands in a file that was made by this text.
    static func all(of tables: String) throws -> Set<SchemaObject> {
        try DatabaseQueue().write { db in
            try db.execute(sql: tables)
            return try all(in: db)
        }
    }
}
