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

    /// Whether a campaign's people are lost: it has some, its key is missing, and somebody has said that it is lost
    /// for good.
    ///
    /// Then nobody of it can be told any more.
    package func isLost(_ campaign: CampaignRecord) throws -> Bool {
        try campaign.erasedAt == nil && !hasKey(of: campaign.id) && isNoticeKeyThere()
    }

    /// A person says that the key store is lost for good: whoever was told by a campaign without a key is not recognised
    /// any more.
    ///
    /// One that is there stays.
    package func loseNoticeKey() throws {
        let lost = try campaigns().map(\.id).filter { !hasKey(of: $0) }
        try write { db in
            guard try !NoticeKey.isThere(in: db, keys) else { return }
            _ = try NoticeKey.make(in: db, keys)
            // Nobody is found by these any more, and nobody must believe so.
            for campaign in lost { try Self.forgetNotices(of: campaign, in: db) }
        }
    }
}
