package import MailCore
package import MailJournal

/// Makes signed proofs of what the journal shows.
package struct Proving {
    package let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    package func proof(of campaign: CampaignRecord) throws -> SignedProof {
        let verification = try verified(campaign)
        let proof = try workspace.journal.proof(
            of: campaign,
            version: workspace.surroundings.version,
            statement: .init(
                at: workspace.surroundings.now(),
                renderedMessages: verification.rendered,
                foreignValues: verification.foreignValues
            )
        )
        return try signed(proof.json)
    }

    /// - Parameters:
    ///   - id: The message's.
    ///   - campaign: Whose message it must be; nil to look in all.
    /// - Returns: What the office may hand to the person who asks.
    /// - Throws: `Failure` (3) if a check of the campaign fails; `UnknownMessage`.
    package func proof(ofMessage id: String, in campaign: String?) throws -> SignedProof {
        let journal = workspace.journal
        let record =
            try campaign.map { try journal.campaign($0) } ?? journal.campaignRecord(ofMessage: id)
        let proof = try journal.proof(
            ofMessage: id,
            in: record,
            version: workspace.surroundings.version,
            at: workspace.surroundings.now()
        )
        _ = try verified(record)
        return try signed(proof.json)
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

    private func signed(_ json: CanonicalJSON) throws -> SignedProof {
        let key = try workspace.signingKey()
        return SignedProof(
            document: try SignedDocument(json, with: key.key),
            newKey: key.isNew ? key.key : nil
        )
    }
}

/// A proof, and the key it was signed with if that was made for it.
package struct SignedProof {
    package let document: SignedDocument
    /// The operator must be told once.
    package let newKey: OfficeKey?
}

extension Workspace {
    /// The office's key, made on first use.
    package func signingKey() throws -> (key: OfficeKey, isNew: Bool) {
        var generator = surroundings.randomness
        return try SigningKey.open(in: journal.directory, using: &generator)
    }
}
