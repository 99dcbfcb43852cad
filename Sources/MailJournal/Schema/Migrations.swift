import GRDB
import MailCore

/// How a journal of an earlier version becomes one of this version.
///
/// A released journal is never refused for its age. A migration rebuilds a table under the text of
/// `Schema` and copies its rows, and never alters one: so the schema of a version is one text, however
/// old the journal is, and can be compared word for word when it is opened.
package enum Migrations {
    /// - Parameter keys: Where the keys of what is sealed on the way are kept.
    /// - Returns: What brings a journal of any version to this one.
    static func migrator(_ keys: KeyStore) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("version 4") { db in
            // A journal of version 4 was made without a migrator.
            guard try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 else { return }
            try db.execute(sql: SchemaVersion4.tables)
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("version 5") { db in
            try MigrationToVersion5.run(in: db)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("version 6") { db in
            try MigrationToVersion6.run(in: db)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        migrator.registerMigration("version 7") { db in
            try MigrationToVersion7.run(in: db, keys)
            try db.execute(sql: "PRAGMA user_version = 7")
        }
        migrator.registerMigration("version 8") { db in
            try MigrationToVersion8.run(in: db)
            try db.execute(sql: "PRAGMA user_version = 8")
        }
        migrator.registerMigration("version 9") { db in
            try MigrationToVersion9.run(in: db)
            try db.execute(sql: "PRAGMA user_version = 9")
        }
        return migrator
    }

    /// The tables of one version.
    package struct Tables: Sendable {
        package let text: String
        /// Whether something stands in it in clear that a later version seals: then the copies that a
        /// migration leaves beside the journal are removed.
        package let isClear: Bool
    }

    /// A version's tables; nil for one that cannot be migrated.
    package static func tables(ofVersion version: Int) -> Tables? {
        switch version {
        case 4: Tables(text: SchemaVersion4.tables, isClear: true)
        case 5: Tables(text: SchemaVersion5.tables, isClear: true)
        case 6: Tables(text: SchemaVersion6.tables, isClear: true)
        case 7: Tables(text: SchemaVersion7.tables, isClear: false)
        case 8: Tables(text: SchemaVersion8.tables, isClear: false)
        case Schema.version: Tables(text: Schema.tables, isClear: false)
        default: nil
        }
    }
}
