import ArgumentParser
import MailCampaign
import MailCore

struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers for rows that wait for a person's decision.",
        usage: """
            einzelpost decide <campaign> --row <n> ... (--phone | --leave-out) [<options>]
            einzelpost decide <campaign> --row <n> --send <address> [--start <time>]
                              [--shared-with <n>] [<options>]
            einzelpost decide <campaign> --value <n> (--fine | --phone | --leave-out) [<options>]
            einzelpost decide <campaign> --all-doubtful --phone [<options>]
            """,
        discussion: """
            A row that needs a decision keeps the whole campaign from being approved. See which, \
            and why: einzelpost rows CAMPAIGN --class needs-decision

            --phone: no message; somebody calls. The schedule must have a phone number.
            --leave-out: no message; with a phone number the row goes to those to be phoned, \
            without one to those who get a letter or a notice at the door.
            --send: one message to this one address, which you have from the person and not by \
            guess. Also for rows that are to be phoned because their address cannot be used. If \
            the same person gets a message already, that one tells both appointments. An address \
            that somebody else of the schedule has is taken with --shared-with and their row. The \
            message speaks of the row's appointments alone; what else made the row doubtful is shown to you.
            --value: what the guard asks about once for all rows that have it, by the number that rows and plan \
            show. --fine: it is meant; all of them get their messages as planned. --phone: none of them; \
            whoever has no phone number is left out. Rows that have an answer already keep it.
            --all-doubtful --phone: nobody whose row is in doubt gets a message; whoever has \
            no phone number is left out. There is no other answer for all.

            What is typed after --send stays in the shell's history and can be seen by others on \
            this machine while the command runs. With “--send -” the address is read from \
            standard input instead.

            Decide before sending begins. Each decision is recorded with your account. The digest \
            changes, so the campaign must be approved afterwards, again if it was before; with \
            approval.people = 2 not by whoever gave an address or said --fine. Exit code 1 means that \
            other rows still wait.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The rows, as a spreadsheet numbers them.", valueName: "n")
    )
    var row: [Int] = []
    @Option(help: ArgumentHelp("A value that the guard asks about, by its number.", valueName: "n"))
    var value: Int?
    @Flag(help: "The value is meant: messages as planned.") var fine = false
    @Flag(help: "Every row of class needs-decision; only with --phone.") var allDoubtful = false
    @Flag(help: "No message: somebody calls.") var phone = false
    @Flag(help: "No message: to be reached another way.") var leaveOut = false
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "One message to this address; “-” reads it from standard input.",
            valueName: "address"
        )
    )
    var send: String?
    @Option(
        help: ArgumentHelp(
            "When the appointment begins, in local time, e.g. 2021-03-16T09:10.",
            discussion: "With --send, and only where the schedule does not say it for certain.",
            valueName: "time"
        )
    )
    var start: String?
    @Option(
        help: ArgumentHelp(
            "The row of somebody else who shares the address.",
            discussion: "With --send, where the schedule has the address already.",
            valueName: "n"
        )
    )
    var sharedWith: Int?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard [phone, leaveOut, send != nil, fine].count(where: \.self) == 1 else {
            throw ValidationError("say one of --phone, --leave-out, --fine and --send ADDRESS")
        }
        guard [allDoubtful, !row.isEmpty, value != nil].count(where: \.self) == 1 else {
            throw ValidationError("say which rows: --row N, --value N, or --all-doubtful")
        }
        if fine != (value != nil), fine || send != nil {
            throw ValidationError(
                fine
                    ? "--fine goes with --value alone"
                    : "--value goes with --fine, --phone or --leave-out"
            )
        }
        if allDoubtful, !phone {
            throw ValidationError("--all-doubtful goes with --phone alone: nobody is mailed unseen")
        }
        if send != nil, row.count != 1 {
            throw ValidationError("--send answers for one person: give exactly one --row")
        }
        if sharedWith != nil, send == nil {
            throw ValidationError("--shared-with needs --send ADDRESS")
        }
        guard let start else { return }
        guard send != nil else { throw ValidationError("--start needs --send ADDRESS") }
        _ = try LocalMoment.clockTime(start, option: "--start")
    }

    func run() throws {
        let given = try send.map(given)
        let decision = try Decision(of: campaign, in: common.open())
        let (report, other) = try take(decision, given)
        if let given {
            let shared: Printable = other.map { ", which row \($0) has, too" } ?? ""
            Terminal.complain(
                "Row \(row[0]) will be written to at \(given.address.masked)\(shared): compare it."
            )
        }
        try Output.conclude(report, as: common.format)
    }

    /// - Returns: What became of it, and the row that shares the address.
    private func take(
        _ decision: Decision,
        _ given: GivenAddress?
    ) throws -> (DecisionReport, Int?) {
        do {
            return (try decision.take(answer(given, sharedWith: sharedWith)), sharedWith)
        } catch DecisionError.shared(let row, let others) {
            guard sharedWith == nil, let other = askWhoShares(row, others) else {
                throw DecisionError.shared(row, with: others)
            }
            return (try decision.take(answer(given, sharedWith: other)), other)
        }
    }

    /// Asks for the row whose address it is; nil if nobody can be asked, or it was another number.
    private func askWhoShares(_ row: Int, _ others: [Int]) -> Int? {
        guard Terminal.inputIsTerminal else { return nil }
        let rows = others.map { "\($0)" }.joined(separator: ", ")
        Terminal.prompt(
            "That is the address of somebody else, in row \(rows). If both share it, type that row: "
        )
        return readLine().flatMap { Int($0) }.flatMap { others.contains($0) ? $0 : nil }
    }

    private func answer(_ given: GivenAddress?, sharedWith: Int?) throws -> Decision.Answer {
        if let given {
            let start = try start.map { try LocalMoment.clockTime($0, option: "--start") }
            return .send(row: row[0], given, start: start, sharedWith: sharedWith)
        }
        if let value { return .value(value, fine ? .fine : phone ? .phone : .leaveOut) }
        return allDoubtful ? .phoneAllDoubtful : .leave(rows: row, phone ? .phone : .leaveOut)
    }

    /// With `-` from standard input, so that it stays out of the shell's history and of the list
    /// of processes.
    private func given(_ text: String) throws -> GivenAddress {
        let given = try GivenAddress(text == "-" ? line() : text)
        if let doubt = given.doubt { Terminal.complain("--send: \(doubt)") }
        return given
    }

    private func line() throws -> String {
        if Terminal.inputIsTerminal { Terminal.prompt("Address: ") }
        guard let line = readLine() else { throw WrongRequest.address(.notGiven) }
        return line
    }
}
