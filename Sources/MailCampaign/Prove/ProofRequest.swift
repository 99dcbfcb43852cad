/// What is to be proven, and where the proof goes.
package enum ProofRequest: Hashable, Sendable {
    /// A campaign's, as a new file.
    case campaign(String, output: String)
    /// One message's, of that campaign if it is named; without a file it is printed alone.
    case message(String, campaign: String?, output: String?)

    /// - Throws: `UnclearRequest` if it does not say of what, or where to.
    package init(campaign: String?, message: String?, output: String?) throws(UnclearRequest) {
        if let message {
            self = .message(message, campaign: campaign, output: output)
            return
        }
        guard let campaign else { throw .noCampaign }
        guard let output else { throw .noOutput }
        self = .campaign(campaign, output: output)
    }

    /// The new file, if there is to be one.
    package var output: String? {
        switch self {
        case .campaign(_, let output): output
        case .message(_, _, let output): output
        }
    }

    /// What the proof is called when it is spoken of.
    package var name: String { output ?? "this proof" }
}
