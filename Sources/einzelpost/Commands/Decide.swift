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

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
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

    func validate() throws { try Usage.check(request.check) }

    func run() throws {
        let answer = try request.answer(send.map(given))
        let (workspace, id) = try common.open(campaign)
        let decision = try Decision(of: id, in: workspace)
        try Output.conclude(
            decision.take(answer) { Terminal.ask($0.prompt) },
            as: common.format
        )
    }

    private var request: AnswerRequest {
        var request = AnswerRequest()
        request.rows = row
        request.value = value
        request.saysFine = fine
        request.isAboutAllDoubtful = allDoubtful
        request.phones = phone
        request.leavesOut = leaveOut
        request.sends = send != nil
        request.start = start
        request.sharedWith = sharedWith
        return request
    }

    /// With `-` from standard input, so that it stays out of the shell's history and of the list
    /// of processes.
    private func given(_ text: String) throws -> GivenAddress {
        let given = try GivenAddress(text == "-" ? line() : text)
        Terminal.note(given.note)
        return given
    }

    private func line() throws -> String {
        if Terminal.inputIsTerminal { Terminal.prompt(GivenAddress.prompt) }
        guard let line = readLine() else { throw WrongRequest.address(.notGiven) }
        return line
    }
}
