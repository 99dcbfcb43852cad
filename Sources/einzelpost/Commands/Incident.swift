import ArgumentParser
import MailCampaign

struct Incident: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Freezes a campaign with which something went wrong, and drafts the report.",
        usage: """
            einzelpost incident <campaign> [--aware-at <time>] [<options>]
            einzelpost incident <campaign> --close --because <reason> [<options>]
            einzelpost incident --check <file> [<options>]
            """,
        discussion: """
            Whoever is sending the campaign is stopped first. Then nothing of it is sent or erased, \
            by nobody and no timer, until the incident is closed with a reason; who opened and closed it \
            is recorded. Printed are the blocks of a report to the supervisory authority (GDPR, Art. \
            33), in German, with what the journal knows; what only you can know is marked as a blank. \
            The law gives 72 hours from the moment somebody knows (--aware-at). Again without \
            --aware-at: the same with today's numbers.

            The people are told by a campaign of its own: einzelpost plan --follow-up CAMPAIGN \
            --template benachrichtigung-art-34 (or berichtigung).

            With --check: how many people's data a message shows (an .eml file, as somebody forwards it), \
            without naming anybody.
            """
    )

    @Argument(help: "The campaign.") var campaign: String?
    @Option(
        help: ArgumentHelp(
            "Since when somebody knows, as local time, e.g. 2021-03-15T16:48.",
            valueName: "time"
        )
    )
    var awareAt: String?
    @Flag(help: "The incident has come to its end.") var close = false
    @Option(help: ArgumentHelp("Why it is closed; name nobody.", valueName: "reason"))
    var because: String?
    @Option(
        help: ArgumentHelp("A message: how many people does it show?", valueName: "file"),
        completion: .file(extensions: ["eml"])
    )
    var check: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check {
            _ = try request()
            try WrittenMoment.check(awareAt, option: "--aware-at")
        }
    }

    func run() async throws {
        let incident = IncidentCase(at: common.places, in: Live.surroundings)
        switch try request() {
        case .open(let campaign, let awareAt):
            try Output.conclude(
                await incident.open(campaign, typed: awareAt),
                as: common.format
            )
        case .close(let campaign, let reason):
            try Output.conclude(
                incident.close(campaign, because: reason),
                as: common.format
            )
        case .check(let file):
            let letter = try SuspectMessage(file)
            try Output.conclude(
                common.look { try MessageExposure(of: letter, in: $0) },
                as: common.format
            )
        }
    }

    private func request() throws -> IncidentRequest {
        try IncidentRequest(
            campaign: campaign,
            awareAt: awareAt,
            close: close,
            because: because,
            check: check
        )
    }
}
