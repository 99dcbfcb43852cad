import Foundation
import GRDB
import MailCore

extension Journal {
    /// Copies the whole journal into another state directory and opens the copy with every delivery
    /// of the campaign at its beginning.
    ///
    /// The original is not changed.
    package func copyForRehearsal(
        of campaign: String,
        in directory: StateDirectory
    ) throws -> Journal {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [directory.journalPath])
        }
        let copy = try Journal(in: directory, keys: keys)
        try copy.write { db in
            try db.execute(
                sql: """
                    UPDATE delivery SET state = \(DeliveryState.planned.sql), attempts = 0, due = NULL,
                    first_claimed = NULL, ahead_of = NULL, reason = NULL
                    WHERE state IN \(DeliveryState.sqlList(where: \.isLive))
                    AND message IN (SELECT number FROM message WHERE campaign = ?)
                    """,
                arguments: [campaign]
            )
            try db.execute(
                sql: "UPDATE campaign SET started_at = NULL, finished_at = NULL, "
                    + "paused_because = NULL WHERE id = ?",
                arguments: [campaign]
            )
        }
        return copy
    }
}
