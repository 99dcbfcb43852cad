import GRDB

/// The campaigns of a journal by name alone, for whoever only wants to choose one.
package enum CampaignNames {
    private static let most = 50

    /// Looks without waiting and changes nothing, not even what a run that died has left.
    ///
    /// - Parameter path: Of a state directory; it is not made.
    /// - Returns: The newest first; none if there is no journal, or another process works with it.
    package static func newest(in path: String) -> [String] {
        guard StateDirectory.exists(at: path), let directory = try? StateDirectory(at: path),
            StateDirectory.exists(at: directory.journalPath)
        else { return [] }
        var configuration = Configuration()
        configuration.readonly = true
        guard
            let queue = try? DatabaseQueue(
                path: directory.journalPath,
                configuration: configuration
            )
        else { return [] }
        defer { try? queue.close() }
        let names = try? queue.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT id FROM campaign ORDER BY planned_at DESC, id DESC LIMIT ?",
                arguments: [most]
            )
        }
        return names ?? []
    }
}
