import GRDB
import MailCore

extension Journal {
    /// Where the key store lies.
    package var keyStorePath: String { keys.path }

    /// Whether what is sealed of a campaign can be opened.
    package func hasKey(of campaign: String) -> Bool {
        keys.key(KeyStore.name(of: campaign)) != nil
    }

    /// Whether the journal can tell who was told before; nobody was, as long as nothing is planned.
    package func isNoticeKeyThere() throws -> Bool {
        try read { try NoticeKey.isThere(in: $0, keys) }
    }

    /// A person says that the key store is lost for good: nobody is recognised as told any more.
    ///
    /// One that is there stays.
    package func loseNoticeKey() throws {
        try write { db in
            guard try !NoticeKey.isThere(in: db, keys) else { return }
            _ = try NoticeKey.make(in: db, keys)
        }
    }
}
