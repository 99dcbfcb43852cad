package import MailCore

extension Backup.Result {
    package var text: Printable {
        let size = Printable(octets / 1_000).text + " kB"
        let needed = [
            (
                "the configuration", places.configuration,
                "and what it names: the password, certificates"
            ),
            ("the templates", places.templates ?? "", "the office's own"),
            (
                "the signing key", places.signingKey,
                "keep one copy as you keep a seal; it never changes. Without it, proofs have another public key"
            ),
        ].filter { !$0.1.isEmpty }
        return """
            \(file): \(campaigns.with("campaign")), \(events.with("event")), \(size)
            SHA-256 \(digest.hex)
            chain head \(chainHead)
            It names nobody: people are sealed in it, and the keys are elsewhere. It was read again, and is whole.

            Needed besides to go on elsewhere:
            \(needed.map { "  \($0.0): \($0.1) (\($0.2))" as Printable }.joined(separator: "\n"))
            Must lie in no backup:
              the keys: \(places.keyStore) (who erases a campaign destroys its key there; without it a campaign that is \
            under way must be planned again)
              the witness: \(places.witness) (by it an older journal is recognised)
            docs/backup.md tells how to restore.
            """
    }
}
