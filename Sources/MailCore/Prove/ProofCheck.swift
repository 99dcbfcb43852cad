/// Checks a proof from its octets alone, without journal, configuration or network.
package struct ProofCheck: Sendable {
    /// What the proof is about.
    package enum Subject: Sendable {
        case campaign(CampaignProof, CampaignAudit)
        case message(MessageProof)
        /// Something in it is not as docs/proof.md says, so that nothing can be said about it.
        case unreadable
    }

    package let subject: Subject
    /// The key it says it was signed with.
    package let publicKey: String
    /// What does not fit, in plain words.
    package let failures: [String]

    /// - Parameters:
    ///   - octets: The file's contents.
    ///   - key: The key the authority publishes, if it is known; then no other one will do.
    /// - Throws: `NotAProof` if the file is something else altogether.
    package init(of octets: [UInt8], expecting key: String? = nil) throws(NotAProof) {
        let document: SignedDocument
        do {
            document = try SignedDocument(parsing: octets)
        } catch {
            guard Self.looksLikeProof(octets) else { throw NotAProof(reason: error.description) }
            (subject, publicKey, failures) = (.unreadable, "", ["\(error)"])
            return
        }
        publicKey = document.publicKey
        var findings = Findings()
        if !document.isSigned {
            findings.add("the signature is not this key's over this content: something was changed")
        }
        if let key, key.lowercased() != document.publicKey {
            findings.add("it was signed with another key than the one given")
        }
        do {
            subject = try Self.subject(document.proof, &findings)
        } catch {
            subject = .unreadable
            findings.add("\(error)")
        }
        failures = findings.texts
    }

    package var isOK: Bool { failures.isEmpty }

    /// Whether somebody may take the file for one of ours: then what is wrong with it is a failed
    /// check, not a wrong file.
    private static func looksLikeProof(_ octets: [UInt8]) -> Bool {
        let text = String(decoding: octets.prefix(1_000_000), as: UTF8.self)
        return text.hasPrefix("{\"proof\":") || text.contains("einzelpost-proof-")
            || text.contains("einzelpost-message-proof-")
    }

    private static func subject(
        _ proof: JSON,
        _ findings: inout Findings
    ) throws(ProofFormatError) -> Subject {
        let root = ProofField(value: proof, path: "proof")
        guard case .object(let values) = proof, case .text(let format)? = values["format"] else {
            throw root.failure("has no format")
        }
        for form in ProofForm.allCases {
            if format == CampaignProof.format(in: form) {
                let proof = try CampaignProof(reading: root, in: form)
                let audit = examine(proof, claimed: values, &findings)
                return .campaign(proof, audit)
            }
            if format == MessageProof.format(in: form) {
                let proof = try MessageProof(reading: root, in: form)
                findings.add(proof.findings)
                if case .object(let computed) = proof.json {
                    compare(values, with: computed, &findings)
                }
                return .message(proof)
            }
        }
        throw root.failure("has a format this program does not know")
    }

    private static func examine(
        _ proof: CampaignProof,
        claimed: [String: JSON],
        _ findings: inout Findings
    ) -> CampaignAudit {
        let audit = proof.audited()
        findings.add(audit.findings)
        compare(claimed, with: proof.derived(from: audit), &findings)
        if proof.statement.foreignValues != 0 {
            findings.add("the authority itself found other people's values in its messages")
        }
        return audit
    }

    /// What the proof claims besides must follow from what it holds.
    private static func compare(
        _ claimed: [String: JSON],
        with computed: [String: JSON],
        _ findings: inout Findings
    ) {
        for (name, value) in computed.sorted(by: { $0.key < $1.key })
        where claimed[name] != value {
            findings.add("proof.\(name) is not what rows, messages and events add up to")
        }
    }
}

/// The file is no proof of ours (exit code 65).
package struct NotAProof: PrintableError, Hashable, Sendable {
    package let reason: String

    package var words: Sentence {
        Sentence(
            en: "this is no proof of Einzelpost: \(reason)",
            de: "Das ist kein Nachweis von Einzelpost: \(reason)"
        )
    }
}
