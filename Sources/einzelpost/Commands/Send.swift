import ArgumentParser
import MailCampaign
import MailCore

struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sends what is approved, one message to one person at a time.",
        usage:
            "einzelpost send <campaign> [--at <time> | --rehearse | --test <address>] [<options>]",
        discussion: """
            The first Ctrl-C lets what is in flight end and stops; “resume” goes on. Sending a \
            finished campaign again sends nothing.

            With --rehearse the whole campaign goes to a mail server inside this program, through \
            the same code. That needs no approval and changes nothing.

            With --test one letter goes through the real relay to a mailbox of the authority, with \
            a made-up person in it. That needs no approval either; it is recorded, and nobody counts \
            as told.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Flag(
        name: [.customLong("rehearse"), .customLong("dry-run")],
        help: "Send to the built-in server instead of the relay."
    )
    var rehearse = false
    @Option(help: ArgumentHelp("With --rehearse: keep the messages here.", valueName: "dir"))
    var output: String?
    @Option(
        help: ArgumentHelp(
            "Send one letter to this address of test_addresses, for the office to look at.",
            valueName: "address"
        )
    )
    var test: String?
    @Option(
        help: ArgumentHelp(
            "With --test: the letter of this row; without it the first.",
            valueName: "n"
        )
    )
    var row: Int?
    @Option(
        help: ArgumentHelp(
            "The moment a plan of another day was judged by, again.",
            valueName: "time"
        )
    )
    var asOf: String?
    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "Begin at this time: 21:00, or 2021-03-15T21:00.",
            discussion: """
                Until then the journal is free: others may look, withdraw, and stop it. After a \
                restart of the machine nothing is sent until you say so again.
                """,
            valueName: "time"
        )
    )
    var hour: String?
    @OptionGroup var patience: WaitOptions
    @OptionGroup var state: StateClaimOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check(request)
        try Usage.check { try WrittenMoment.check(asOf, option: "--as-of") }
        try Usage.check { try WrittenMoment.checkHour(hour, option: "--at") }
    }

    func run() async throws {
        switch try request() {
        case .relay:
            let claim = try state.claim()
            let sending = TimedSending(
                of: campaign,
                at: hour,
                asOf: asOf,
                claim: claim,
                isPatient: patience.wait,
                in: Live.surroundings,
                opening: { try common.open(toSend: "send \(campaign)", claim: claim) }
            )
            try Output.conclude(await SendingWatch.over(sending.run), as: common.format)
        case .rehearsal(let folder):
            let (workspace, campaign) = try common.open(campaign)
            let rehearsal = try Rehearsal(of: campaign, in: workspace, output: folder)
            try Output.conclude(await SendingWatch.over(rehearsal.run), as: common.format)
        case .test(let address, let row):
            let (workspace, campaign) = try common.open(campaign)
            let mail = try TestMail(of: campaign, in: workspace, to: address, row: row)
            try Output.conclude(await mail.run(), as: common.format)
        }
    }

    private func request() throws -> SendRequest {
        try SendRequest(rehearse: rehearse, folder: output, hour: hour, test: test, row: row)
    }
}
