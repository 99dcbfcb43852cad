/// One planned message as the tree knows it, and where it stands.
///
/// No personal data: the recipient is a keyed hash, and the key stays in the journal.
package struct MessageRecord: Sendable {
    package let id: String
    /// Of the message as planned, without its date.
    package let digest: String
    /// The keyed hash of the one address it goes to.
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
    package var entry: [UInt8] {
        FieldEncoding.octets([
            "einzelpost leaf 1", id, digest, recipient,
            rows.map(String.init).joined(separator: ","),
        ])
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

    package init(row: Int, line: Int, rowClass: String, message: String?) {
        self.row = row
        self.line = line
        self.rowClass = rowClass
        self.message = message
    }
}

/// A digest over every row with its class, frozen at planning.
package struct RowsDigest {
    private var hasher = FieldHasher(version: "einzelpost rows 1")

    package init() {}

    /// Must be called in ascending order of the rows.
    package mutating func add(_ row: RowEntry) {
        hasher.add(String(row.row))
        hasher.add(String(row.line))
        hasher.add(row.rowClass)
        hasher.add(row.message ?? "")
    }

    package func finalize() -> Digest { hasher.finalize() }
}

/// Fields in a row of octets, each with its length in front, so that no two lists look the same.
enum FieldEncoding {
    static func octets(_ fields: [String]) -> [UInt8] {
        var octets: [UInt8] = []
        for field in fields {
            withUnsafeBytes(of: UInt64(field.utf8.count).bigEndian) {
                octets.append(contentsOf: $0)
            }
            octets.append(contentsOf: field.utf8)
        }
        return octets
    }
}
