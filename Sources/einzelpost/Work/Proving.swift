import ArgumentParser
import MailCore
import MailJournal

/// Makes signed proofs of what the journal shows.
struct Proving {
    let workspace: Workspace

    func proof(of campaign: CampaignRecord) throws -> SignedDocument {
        let verification = try verified(campaign)
        let proof = try workspace.journal.proof(
            of: campaign,
            version: Einzelpost.configuration.version,
            statement: .init(
                at: Live.now(),
                renderedMessages: verification.rendered,
                foreignValues: verification.foreignValues
            )
        )
        return try SignedDocument(proof.json, with: key())
    }

    /// - Parameters:
    ///   - id: The message's.
    ///   - campaign: Whose message it must be; nil to look in all.
    /// - Returns: What the office may hand to the person who asks.
    /// - Throws: `Failure` (3) if a check of the campaign fails; `UnknownMessage`.
    func proof(ofMessage id: String, in campaign: String?) throws -> SignedDocument {
        let journal = workspace.journal
        let record =
            try campaign.map { try journal.campaign($0) } ?? journal.campaignRecord(ofMessage: id)
        let proof = try journal.proof(
            ofMessage: id,
            in: record,
            version: Einzelpost.configuration.version,
            at: Live.now()
        )
        _ = try verified(record)
        return try SignedDocument(proof.json, with: key())
    }

    private func verified(_ campaign: CampaignRecord) throws -> Verification {
        let verification = try Verification(of: campaign, in: workspace.journal)
        guard verification.isOK else {
            throw Failure(
                .refused,
                "no proof can be given, because a check of \(campaign.id) fails; see: einzelpost "
                    + "verify \(campaign.id)\n" + verification.failures.joined(separator: "\n")
            )
        }
        return verification
    }

    private func key() throws -> OfficeKey {
        let key = try workspace.signingKey()
        if key.isNew { Terminal.complain(Self.newKey(key.key)) }
        return key.key
    }

    /// What the operator must know once.
    static func newKey(_ key: OfficeKey) -> String {
        "A key for signing was made: the file signing-key in the state directory. Keep a copy of "
            + "it, and publish its public key: \(key.publicKey)"
    }
}

extension Workspace {
    /// The office's key, made on first use.
    func signingKey() throws -> (key: OfficeKey, isNew: Bool) {
        var generator = Live.generator
        return try SigningKey.open(in: journal.directory, using: &generator)
    }
}
