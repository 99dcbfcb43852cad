import MailCore
import MailJournal

/// Makes signed proofs of what the journal shows.
package struct Proving {
    private let workspace: Workspace

    package init(in workspace: Workspace) {
        self.workspace = workspace
    }

    /// - Throws: As for a campaign, or for a message.
    package func proof(of request: ProofRequest) throws -> SignedProof {
        switch request {
        case .campaign(let id, _): try proof(of: workspace.campaignID(id))
        case .message(let message, let campaign, _): try proof(ofMessage: message, in: campaign)
        }
    }

    /// - Throws: `Refusal` if a check of the campaign fails, or if its events hold digests that could
    ///   be tried out; `UnknownCampaign`.
    package func proof(of id: String) throws -> SignedProof {
        let campaign = try workspace.journal.campaign(id)
        switch campaign.form {
        case .unsalted: throw Refusal.unsaltedProof(campaign: campaign.id)
        case .salted: break
        }
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
    ///   - message: Its id, or the whole header value that somebody found.
    ///   - campaign: Whose message it must be; nil to look in all.
    /// - Returns: What the authority may hand to the person who asks.
    /// - Throws: `Refusal` if a check of the campaign fails; `UnknownMessage`.
    package func proof(ofMessage message: String, in campaign: String?) throws -> SignedProof {
        let journal = workspace.journal
        let id = try journal.messageID(MessageName.id(in: message))
        let record =
            try campaign.map { try journal.campaign(journal.campaignID($0)) }
            ?? journal.campaignRecord(ofMessage: id)
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
            throw Refusal.proofFails(campaign: campaign.id, failures: verification.failures)
        }
        return verification
    }

    private func signed(_ json: JSON) throws -> SignedProof {
        let key = try workspace.signingKey()
        return SignedProof(
            document: try SignedDocument(json, with: key.key),
            newKey: key.isNew ? key.key : nil
        )
    }
}
