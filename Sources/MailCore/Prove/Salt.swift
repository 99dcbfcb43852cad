import Crypto
import Foundation

/// 32 random octets under the hashes of one message or one row, so that nobody can try out what was
/// hashed.
///
/// It is kept with the personal data and destroyed with it; the hashes then lead back to nobody, and
/// the rest stays provable.
package struct Salt: Hashable, Sendable {
    package static let length = 32

    package let octets: [UInt8]

    /// - Parameter generator: Must be one that nobody can foretell.
    package init(using generator: inout some RandomNumberGenerator) {
        var octets: [UInt8] = []
        octets.reserveCapacity(Self.length)
        for _ in 0..<Self.length / 8 {
            withUnsafeBytes(of: generator.next() as UInt64) { octets.append(contentsOf: $0) }
        }
        self.octets = octets
    }

    /// Nil unless there are 32.
    package init?(octets: some Collection<UInt8>) {
        guard octets.count == Self.length else { return nil }
        self.octets = Array(octets)
    }

    /// Nil unless the text is 64 hexadecimal digits.
    init?(hex: String) {
        guard let octets = Hexadecimal.octets(hex, count: Self.length) else { return nil }
        self.octets = octets
    }

    /// To be handed to the one person it belongs to, and to nobody else.
    var hex: String { Hexadecimal.text(of: octets) }

    /// What stands for the digest of a message.
    package func hash(ofDigest digest: String) -> String { hash("digest", [digest]) }

    /// What stands for the address of a message's recipient; upper and lower case are one.
    package func hash(of address: EmailAddress) -> String {
        hash("recipient", [address.comparisonKey])
    }

    /// What stands for what was really written, as the journal keeps it.
    package func hash(ofReceipt text: String) -> String { hash("receipt", [text]) }

    /// What stands for a relay's name for the message, where that could be made of anything.
    package func hash(ofQueueID text: String) -> String { hash("queue id", [text]) }

    /// What stands for all that was kept of a row at planning, in the order of docs/proof.md.
    ///
    /// Nil is told apart from the empty text.
    package func hash(ofRow cells: [String?]) -> String {
        var octets = Self.rowLabel
        octets.reserveCapacity(512)
        for cell in cells {
            let mark = cell == nil ? UInt8(ascii: "-") : UInt8(ascii: "+")
            FieldEncoding.add(mark: mark, cell ?? "", to: &octets)
        }
        return hash(octets)
    }

    private static let rowLabel = FieldEncoding.octets([ProofForm.salted.label("row")])

    private func hash(_ name: String, _ fields: [String]) -> String {
        hash(FieldEncoding.octets([ProofForm.salted.label(name)] + fields))
    }

    /// HMAC-SHA256 (RFC 2104), in hexadecimal digits.
    private func hash(_ octets: [UInt8]) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: octets,
            using: SymmetricKey(data: self.octets)
        )
        return Hexadecimal.text(of: code)
    }
}

extension Salt: CustomStringConvertible, CustomReflectable {
    package var description: String { "[salt]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
