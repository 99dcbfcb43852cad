import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Goes on with an interrupted campaign.",
        usage: "einzelpost resume [<campaign>] [--as-of <time>] [<options>]",
        discussion: """
            Never sends again what the relay has accepted, nor what is unknown: a message whose \
            reply was lost waits for a person.
            """
    )

    @Argument(help: "The campaign; may be left out if only one is interrupted.")
    var campaign: String?
    @Option(
        help: ArgumentHelp(
            "The moment a plan of another day was judged by, again.",
            valueName: "time"
        )
    )
    var asOf: String?
    @Flag(
        help: """
            The state directory was moved or restored on purpose, and its original is out of use.
            """
    )
    var moved = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try common.open()
        let record = try campaign.map(workspace.journal.campaign) ?? interrupted(workspace.journal)
        let moment = try asOf.map {
            try LocalMoment.parse($0, in: workspace.settings.timeZone, option: "--as-of")
        }
        try await Sending(workspace: workspace, campaign: record, asOf: moment, moved: moved)
            .show(as: common.format).end()
    }

    private func interrupted(_ journal: Journal) throws -> CampaignRecord {
        let open = try journal.campaigns().filter {
            $0.startedAt != nil && $0.finishedAt == nil && $0.erasedAt == nil
        }
        guard let only = open.first else {
            throw Failure(.usage, "no campaign is interrupted; see: einzelpost status")
        }
        guard open.count == 1 else {
            let names = open.map(\.id).joined(separator: ", ")
            throw Failure(.usage, "several campaigns are interrupted; say which: \(names)")
        }
        return only
    }
}
