/// How the events of a campaign, and the proofs made of them, are written (docs/proof.md).
///
/// Chosen at planning, and bound by the `planned` event; a campaign never changes it.
package enum ProofForm: Int, CaseIterable, Hashable, Sendable {
    /// With digests of whole messages that anybody can try out who has one of the mails.
    ///
    /// Only of campaigns that an earlier program has planned: they are gone on with and checked, and
    /// get no new proof for publication.
    case unsalted = 1
    /// With a salt of its own under every hash that leads to a person.
    case salted = 2

    /// What the `planned` event says of it; the first form had no word for itself.
    package var planned: String? {
        switch self {
        case .unsalted: nil
        case .salted: "\(rawValue)"
        }
    }

    /// In front of what is hashed or signed, so that no two forms look the same: `einzelpost leaf 2`.
    func label(_ name: String) -> String { "einzelpost \(name) \(rawValue)" }
}
