import ArgumentParser
import MailCampaign
import MailCore

struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Goes on with an interrupted campaign.",
        usage: "einzelpost resume [<campaign>] [--as-of <time>] [<options>]",
        discussion: """
            Never sends again what the relay has accepted, nor what is unknown: a message whose \
            reply was lost waits for a person.
            """
    )

    @Argument(
        help: "The campaign; may be left out if only one is interrupted.",
        completion: .campaigns
    )
    var campaign: String?
    @Option(
        help: ArgumentHelp(
            "The moment a plan of another day was judged by, again.",
            valueName: "time"
        )
    )
    var asOf: String?
    @OptionGroup var patience: WaitOptions
    @Option(
        help: ArgumentHelp(
            "Send again, too, what the relay refused with this reply (550, 5.7.1, “550 5.7.1”).",
            valueName: "code"
        )
    )
    var retryRefused: String?
    @OptionGroup var state: StateClaimOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check { try WrittenMoment.check(asOf, option: "--as-of") }
    }

    func run() async throws {
        let claim = try state.claim()
        let workspace = try common.open(claim: claim)
        Terminal.note(StayAwake.needed("resume", in: workspace))
        let sending = try Sending(
            of: campaign.map(workspace.campaignID),
            in: workspace,
            typedAsOf: asOf,
            claim: claim,
            isPatient: patience.wait,
            retryingRefused: retryRefused
        )
        try Output.conclude(await SendingWatch.over(sending.run), as: common.format)
    }
}
