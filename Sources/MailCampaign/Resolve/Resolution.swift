import MailCore
import MailJournal

/// Rules on deliveries whose outcome is not known.
package struct Resolution {
    /// What a person has found out about a message.
    package enum Ruling: Hashable, Sendable {
        /// The relay has taken it.
        case accepted
        /// The relay has not; send it again.
        case resend
    }

    private let workspace: Workspace
    private let id: String

    package init(of id: String, in workspace: Workspace) {
        self.workspace = workspace
        self.id = id
    }

    /// - Parameters:
    ///   - request: The messages by their rows, their ids, or the whole header values that somebody
    ///     found, and the ruling on all of them.
    ///   - respondent: Who can say how many are unknown, where all of them are meant; nobody need be asked.
    /// - Returns: Where the campaign stands now.
    /// - Throws: `Refusal` if they do not know it; `ResolveError` if one of them is not unknown, `WrongRequest` for a row without a message;
    ///   then nothing is changed.
    package func run(_ request: ResolveRequest, confirmedBy respondent: Respondent = .nobody) throws
        -> StatusReport
    {
        let event: DeliveryEvent =
            switch request.ruling {
            case .accepted: .ruledAccepted
            case .resend: .ruledResend
            }
        let campaign = try workspace.journal.campaign(id)
        let messages = try messages(request, of: campaign.id)
        if request.isAboutAll {
            guard !messages.isEmpty else { throw WrongRequest.nothingUnknown(campaign: id) }
            let question = ConfirmationQuestion.messages(messages.count)
            guard question.isConfirmed(by: respondent) ?? true else {
                throw Refusal.notRuled(campaign: id)
            }
        }
        try workspace.journal.resolve(
            messages,
            of: campaign,
            as: event,
            by: workspace.surroundings.account.official,
            at: workspace.surroundings.now()
        )
        return try StatusReport(of: id, in: workspace)
    }

    /// Each message once, however often it was named.
    private func messages(_ request: ResolveRequest, of campaign: String) throws -> [String] {
        var ids = try request.messages.map {
            try workspace.journal.messageID(MessageName.id(in: $0))
        }
        if request.isAboutAll {
            try workspace.journal.forEachRow(of: campaign) { row in
                guard row.state == .unknown, let id = row.message else { return }
                ids.append(id)
            }
        }
        var missing = Set(request.rows)
        if !missing.isEmpty {
            try workspace.journal.forEachRow(of: campaign) { row in
                guard let id = row.message, missing.remove(row.row) != nil else { return }
                ids.append(id)
            }
        }
        if let row = missing.min() {
            throw WrongRequest.rowWithoutMessage(row, campaign: campaign)
        }
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
