import MailCore
import MailJournal

/// Asks about everything in doubt, one after the other, and takes each answer at once: whoever stops in the
/// middle has lost none.
struct DoubtDialogue {
    /// What is asked about.
    enum Doubt {
        case value(AskedValue)
        case row(RowQuestion)

        fileprivate var key: Key {
            switch self {
            case .value(let value): .value(value.number)
            case .row(let question): .row(question.row.row)
            }
        }
    }

    fileprivate enum Key: Hashable {
        case value(Int), row(Int)
    }

    /// What somebody chooses.
    enum Choice: Hashable {
        case fine, phone, leaveOut, address, later
    }

    private let workspace: Workspace
    private let campaign: String
    private let clerk: Clerk

    init(about campaign: String, with clerk: Clerk, in workspace: Workspace) {
        self.campaign = campaign
        self.clerk = clerk
        self.workspace = workspace
    }

    /// Ends when everything has an answer, or was left for later, or nobody answers any more.
    ///
    /// - Throws: `JournalError`, and `Refusal` if the campaign is not what it was.
    func run() throws {
        var left: Set<Key> = []
        var count = 0
        while let (doubt, open) = try next(besides: left) {
            count += 1
            clerk.tell(doubt.words(number: count, of: count + open - 1))
            guard let isAnswered = try settle(doubt) else { return }
            if !isAnswered { left.insert(doubt.key) }
        }
    }

    /// The first that is neither answered nor left for later, and how many there are; values first, since one answer
    /// settles many rows.
    private func next(besides left: Set<Key>) throws -> (Doubt, open: Int)? {
        let doubts = try OpenDoubts(of: campaign, in: workspace).all
        let open = doubts.filter { !left.contains($0.key) }
        return open.first.map { ($0, open.count) }
    }

    /// - Returns: Whether it has an answer now; nil if nobody answers any more.
    private func settle(_ doubt: Doubt) throws -> Bool? {
        while let typed = clerk.ask(doubt.prompt) {
            guard let choice = doubt.choice(in: typed) else {
                clerk.tell(Doubt.hint)
                continue
            }
            if choice == .later { return false }
            do {
                if try take(choice, of: doubt) { return true }
            } catch let error as DecisionError {
                clerk.tell(error.words)
            } catch let error as WrongRequest {
                clerk.tell(error.words)
            } catch Refusal.madeUpAddress {
                clerk.tell(Refusal.madeUpAddress.words)
            } catch Refusal.addressNeedsSMTPUTF8 {
                clerk.tell(Refusal.addressNeedsSMTPUTF8.words)
            }
        }
        return nil
    }

    /// - Returns: Whether the answer was taken; false if somebody thought better of it.
    private func take(_ choice: Choice, of doubt: Doubt) throws -> Bool {
        guard let answer = try answer(choice, to: doubt) else { return false }
        let report = try Decision(of: campaign, in: workspace)
            .take(answer) { clerk.ask($0.prompt) }
        clerk.tell(report.shortWords)
        return true
    }

    private func answer(_ choice: Choice, to doubt: Doubt) throws -> Decision.Answer? {
        switch doubt {
        case .value(let value):
            return .value(
                value.number,
                choice == .fine ? .fine : choice == .phone ? .phone : .leaveOut
            )
        case .row(let question):
            let row = question.row
            guard choice == .address else {
                return .leave(rows: [row.row], choice == .phone ? .phone : .leaveOut)
            }
            guard let typed = clerk.ask(GivenAddress.prompt), !typed.trimmed.isEmpty else {
                return nil
            }
            let given = try GivenAddress(typed)
            if let note = given.note { clerk.tell(note) }
            let start = row.start == nil ? clerk.ask(Doubt.startPrompt)?.trimmed : nil
            return .send(row: row.row, given, start: try start.map(Self.start))
        }
    }

    private static func start(_ typed: String) throws -> String {
        guard let start = WrittenMoment.clockTime(typed) else {
            throw WrongRequest.noStart(typed)
        }
        return start
    }
}
