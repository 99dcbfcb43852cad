/// What a data-protection officer knows of the authority and the program does not: for papers, reports and
/// letters.
///
/// Nothing of it is ever guessed: what is nil stays a blank that somebody fills in.
package struct PrivacyFacts: Hashable, Sendable, Codable {
    /// Who the data-protection officer is: an office rather than a name.
    package let officer: String?
    package let officerPhone: String?
    package let officerEmail: EmailAddress?
    /// The authority that supervises data protection.
    package let supervisor: String?
    package let legalBasis: String?
    /// Who runs the mail relay.
    package let relayOperator: String?
    /// The contract with whoever runs the relay, by which they act for the authority.
    package let relayContract: String?

    package init(
        officer: String? = nil,
        officerPhone: String? = nil,
        officerEmail: EmailAddress? = nil,
        supervisor: String? = nil,
        legalBasis: String? = nil,
        relayOperator: String? = nil,
        relayContract: String? = nil
    ) {
        self.officer = officer
        self.officerPhone = officerPhone
        self.officerEmail = officerEmail
        self.supervisor = supervisor
        self.legalBasis = legalBasis
        self.relayOperator = relayOperator
        self.relayContract = relayContract
    }

    /// Whom people can ask, as a message says it; nil if nobody is named.
    package var contact: String? {
        let parts = [officer, officerPhone, officerEmail?.text].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
