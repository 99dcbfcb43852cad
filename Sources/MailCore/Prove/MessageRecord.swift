/// One planned message as the tree knows it, and where it stands.
///
/// No personal data.
package struct MessageRecord: Sendable {
    /// Of the proof alone; in the first form also the mail's own `Message-ID`.
    package let id: String
    /// The salted hash of the message's digest as planned; in the first form that digest itself.
    package let digest: String
    /// The salted hash of the one address it goes to; in the first form one under a key of the
    /// campaign.
    package let recipient: String
    /// The rows it answers, ascending.
    package var rows: [Int]
    /// The state of its delivery.
    package let state: String

    package init(id: String, digest: String, recipient: String, rows: [Int], state: String) {
        self.id = id
        self.digest = digest
        self.recipient = recipient
        self.rows = rows
        self.state = state
    }

    /// The entry of its leaf.
    ///
    /// The state is no part of it: the tree is frozen at planning (docs/decisions/0006).
    package func entry(in form: ProofForm) -> [UInt8] {
        FieldEncoding.octets([
            form.label("leaf"), id, digest, recipient,
            rows.map(String.init).joined(separator: ","),
        ])
    }
}

extension MessageRecord {
    /// A digest of its entry.
    package func leaf(in form: ProofForm) -> Digest { Digest(of: entry(in: form)) }
}

extension MerkleTree {
    /// One leaf for every message.
    package init(over messages: [MessageRecord], in form: ProofForm) {
        self.init(of: messages.lazy.map { $0.entry(in: form) })
    }
}

/// One row of the schedule as a proof tells it.
package struct RowEntry: Sendable {
    /// As a spreadsheet numbers it.
    package let row: Int
    package let line: Int
    package let rowClass: String
    /// The id of the message that answers it; nil if it gets none.
    package let message: String?
    /// The salted hash of what was kept of it at planning; nil in the first form.
    package let hash: String?

    package init(row: Int, line: Int, rowClass: String, message: String?, hash: String?) {
        self.row = row
        self.line = line
        self.rowClass = rowClass
        self.message = message
        self.hash = hash
    }
}

/// A digest over every row with its class, frozen at planning.
package struct RowsDigest {
    private var hasher: FieldHasher
    private let form: ProofForm

    package init(in form: ProofForm) {
        hasher = FieldHasher(version: form.label("rows"))
        self.form = form
    }

    /// Must be called in ascending order of the rows.
    package mutating func add(_ row: RowEntry) {
        hasher.add(String(row.row))
        hasher.add(String(row.line))
        hasher.add(row.rowClass)
        hasher.add(row.message ?? "")
        switch form {
        case .unsalted: break
        case .salted: hasher.add(row.hash ?? "")
        }
    }

    package func finalize() -> Digest { hasher.finalize() }
}

/// Fields in a row of octets, each with its length in front, so that no two lists look the same.
enum FieldEncoding {
    static func octets(_ fields: [String]) -> [UInt8] {
        var octets: [UInt8] = []
        for field in fields { add(field, to: &octets) }
        return octets
    }

    static func add(_ field: String, to octets: inout [UInt8]) {
        addLength(field.utf8.count, to: &octets)
        octets.append(contentsOf: field.utf8)
    }

    /// One field whose first octet tells what the rest is.
    static func add(mark: UInt8, _ field: String, to octets: inout [UInt8]) {
        addLength(1 + field.utf8.count, to: &octets)
        octets.append(mark)
        octets.append(contentsOf: field.utf8)
    }

    private static func addLength(_ count: Int, to octets: inout [UInt8]) {
        withUnsafeBytes(of: UInt64(count).bigEndian) { octets.append(contentsOf: $0) }
    }
}
