import struct Crypto.SymmetricKey
import GRDB
import MailCore

/// Hashes what planning found out, so that the `planned` event binds it and nobody can try out the
/// schedule against it.
///
/// One secret for the whole journal, which is never erased and never leaves it: `verify` can still
/// compare once the personal data is gone.
struct PlanKey {
    private let key: SymmetricKey

    /// Must run inside a transaction that writes when it is needed for the first time.
    init(in db: Database) throws {
        key = SymmetricKey(data: try Secret.named("plans", in: db))
    }

    /// HMAC-SHA256, hexadecimal.
    ///
    /// - Parameters:
    ///   - name: What is hashed; it keeps hashes of different things apart.
    ///   - text: Its value.
    ///   - campaign: Whose it is.
    /// - Returns: What the event says.
    func hash(_ name: String, _ text: String, of campaign: String) -> String {
        Hexadecimal.text(of: FieldCode.over([name, campaign, text], key: key))
    }
}
