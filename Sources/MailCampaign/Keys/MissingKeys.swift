import MailCore
import MailJournal

/// Keys of campaigns that are not in the key store, so that nobody of these campaigns can be told.
package struct MissingKeys: Error, Hashable, Sendable {
    package let campaigns: [String]
    package let store: String
    /// Whether somebody has said that they are lost for good.
    package let areLost: Bool

    /// Nil if the campaign's key is there, or not needed any more.
    ///
    /// - Throws: `JournalError`.
    init?(of campaign: CampaignRecord, in journal: Journal) throws {
        guard campaign.erasedAt == nil, !journal.hasKey(of: campaign.id) else { return nil }
        campaigns = [campaign.id]
        store = journal.keyStorePath
        areLost = try journal.isNoticeKeyThere()
    }

    /// Nil if no key is missing.
    ///
    /// - Throws: `JournalError`.
    init?(of journal: Journal) throws {
        campaigns = try journal.campaigns().filter { $0.erasedAt == nil }.map(\.id)
            .filter { !journal.hasKey(of: $0) }
        store = journal.keyStorePath
        areLost = try journal.isNoticeKeyThere()
        if campaigns.isEmpty, areLost { return nil }
    }
}
