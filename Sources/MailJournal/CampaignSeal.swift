import Crypto
import Foundation
import GRDB
import MailCore

/// Seals what is personal in a campaign's tables under the campaign's key: AES-256-GCM (NIST SP 800-38D),
/// with a random nonce for each record.
///
/// Campaign, table and record are bound into the seal, so that two sealed records cannot change places, and
/// a changed one does not open.
struct CampaignSeal: Sendable {
    enum Table: String {
        case contact, message, receipt, campaign
    }

    private let campaign: String
    /// Nil if it is not in the key store, or not any more.
    private let key: SymmetricKey?

    /// A campaign without a key can be looked at, but nothing of it opened.
    init(of campaign: String, in db: Database) throws {
        self.init(of: campaign, key: try KeyStore.key(KeyStore.name(of: campaign), in: db))
    }

    init(of campaign: String, key: SymmetricKey?) {
        self.campaign = campaign
        self.key = key
    }

    /// For many hashes: the key they are under is made once.
    func hasher() throws -> CampaignHasher {
        CampaignHasher(code: FieldCode(key: Self.derived("hashes", from: try usableKey)))
    }

    /// Whether sealed records can be opened.
    var isKeyThere: Bool { key != nil }

    /// A key for another purpose; it tells nothing of the campaign's.
    static func derived(_ purpose: String, from key: SymmetricKey) -> SymmetricKey {
        SymmetricKey(
            data: HMAC<SHA256>.authenticationCode(
                for: Data("einzelpost \(purpose)".utf8),
                using: key
            )
        )
    }

    /// - Parameters:
    ///   - octets: What is sealed.
    ///   - table: Where it will stand.
    ///   - record: What tells it from the others there.
    /// - Returns: Nonce, sealed octets and tag.
    /// - Throws: `JournalError` without a key.
    func seal(_ octets: [UInt8], _ table: Table, _ record: String) throws -> Data {
        let box = try AES.GCM.seal(
            octets,
            using: try usableKey,
            authenticating: place(table, record)
        )
        guard let combined = box.combined else { throw damaged(table) }
        return combined
    }

    /// - Throws: `JournalError` without a key, or if it is not what was sealed there.
    func open(_ sealed: Data, _ table: Table, _ record: String) throws -> [UInt8] {
        let key = try usableKey
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let octets = try? AES.GCM.open(box, using: key, authenticating: place(table, record))
        else { throw damaged(table) }
        return Array(octets)
    }

    private func place(_ table: Table, _ record: String) -> [UInt8] {
        Array("einzelpost seal 1\0\(campaign)\0\(table.rawValue)\0\(record)".utf8)
    }

    private var usableKey: SymmetricKey {
        get throws {
            guard let key else { throw missing }
            return key
        }
    }

    private var missing: JournalError {
        JournalError(
            "campaign \(campaign): its key is not in the key store, so nobody's data can be opened. Put the "
                + "key store back (einzelpost keys says where it lies). Without it status and rows still "
                + "work, and verify says what it cannot compare"
        )
    }

    private func damaged(_ table: Table) -> JournalError {
        JournalError(
            "campaign \(campaign): a sealed record of the table \(table.rawValue) is not what was stored "
                + "there, or the key store belongs to another journal. Keep both as they are, and put "
                + "back a journal and a key store that belong together. Nothing was sent"
        )
    }
}

/// What values of a campaign are compared by, where they must be found without opening every record.
struct CampaignHasher {
    fileprivate let code: FieldCode

    /// - Parameters:
    ///   - field: What it is, so that the same text in two of them looks different.
    ///   - text: In the spelling that is compared.
    /// - Returns: 32 octets.
    func hash(_ field: String, _ text: String) -> Data {
        Data(code.over([field, text]))
    }
}
