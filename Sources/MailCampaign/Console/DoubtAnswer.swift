package import MailCore
import MailJournal

/// What somebody has answered on a page to one doubt.
package struct DoubtAnswer: Sendable {
    package let question: String
    package let choice: DoubtQuestion.Choice
    /// As typed; blank unless an address was chosen.
    package let address: String
    package let start: String
    /// The row of somebody else who has the address, too.
    package let sharedWith: String

    package init(
        question: String,
        choice: DoubtQuestion.Choice,
        address: String,
        start: String,
        sharedWith: String
    ) {
        self.question = question
        self.choice = choice
        self.address = address
        self.start = start
        self.sharedWith = sharedWith
    }

    /// - Returns: What was kept; nil if somebody else has answered it meanwhile.
    /// - Throws: As `Decision.take` does; then nothing is changed.
    package func take(in campaign: String, of workspace: Workspace) throws -> Sentence? {
        let open = try DoubtQuestion.all(of: campaign, in: workspace)
        guard let doubt = open.first(where: { $0.name == question }) else { return nil }
        guard doubt.choices.contains(choice) else { throw UnclearRequest.answer }
        let report = try Decision(of: campaign, in: workspace).take(answer(to: doubt))
        return report.shortWords
    }

    private func answer(to doubt: DoubtQuestion) throws -> Decision.Answer {
        if doubt.name.hasPrefix("w"), let number = Int(doubt.name.dropFirst()) {
            return .value(
                number,
                choice == .fine ? .fine : choice == .phone ? .phone : .leaveOut
            )
        }
        guard choice == .address else {
            return .leave(rows: doubt.rows, choice == .phone ? .phone : .leaveOut)
        }
        let given = try GivenAddress(address)
        let typed = start.trimmed
        guard typed.isEmpty || WrittenMoment.clockTime(typed) != nil else {
            throw WrongRequest.noStart(typed)
        }
        return .send(
            row: doubt.rows[0],
            given,
            start: typed.isEmpty ? nil : WrittenMoment.clockTime(typed),
            sharedWith: Int(sharedWith.trimmed)
        )
    }

    /// Puts everything in doubt on the telephone list: the one answer for all of them.
    ///
    /// - Returns: How many rows were decided.
    package static func phoneAll(in campaign: String, of workspace: Workspace) throws -> Int {
        let report = try Decision(of: campaign, in: workspace).take(.phoneAllDoubtful)
        return report.outcome.changed.count
    }
}
