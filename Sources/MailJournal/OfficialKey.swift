import struct Crypto.SymmetricKey
import GRDB
import MailCore

/// Names the people of the authority in events and proofs by a keyed hash.
///
/// Who they are stands in the journal's tables and nowhere else; the key is never erased, so that
/// `verify` can still compare.
struct OfficialKey {
    /// What somebody did; it keeps the hashes of different deeds apart.
    enum Deed: Equatable {
        case planning, decision, ruling
        /// Of data: to erase it, or to keep it from being erased.
        case custody
        /// Of people's data in clear.
        case sight
        /// To send a test mail.
        case test
        /// With the name given for it.
        case approval(name: String)

        fileprivate var fields: [String] {
            switch self {
            case .planning: ["planning"]
            case .decision: ["decision"]
            case .ruling: ["ruling"]
            case .custody: ["custody"]
            case .sight: ["sight"]
            case .test: ["test"]
            case .approval(let name): ["approval", name]
            }
        }
    }

    private let key: SymmetricKey

    init(in db: Database) throws {
        key = SymmetricKey(data: try Secret.named("officials", in: db))
    }

    /// What an event says of who did it.
    func hash(_ deed: Deed, by official: Official) -> String {
        let identity = official.identity.map { [$0.realm, $0.id] } ?? []
        return hash(deed.fields + [official.text] + identity)
    }

    /// Whether an event says that it was just this person.
    ///
    /// Until version 5 only the text was hashed; what the migration has read from it must still be
    /// what stands there.
    func isHash(_ text: String?, of deed: Deed, by official: Official) -> Bool {
        if text == hash(deed, by: official) { return true }
        return text == hash(deed.fields + [official.text])
            && AccountText.identity(in: official.text) == official.identity
    }

    /// HMAC-SHA256 over the fields, hexadecimal.
    private func hash(_ fields: [String]) -> String {
        Hexadecimal.text(of: FieldCode.over(fields, key: key))
    }
}
