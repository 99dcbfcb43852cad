import ArgumentParser
import MailCore
import MailJournal

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Re-checks all promises from the journal, offline.",
        usage: "einzelpost verify <campaign> [<options>]",
        discussion: """
            Walks the chain of events, adds up the sums, writes every message again and compares \
            it with what was planned, and looks for foreign addresses in it. Exit code 3 if one \
            check fails.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let workspace = try Workspace(common)
        let record = try workspace.journal.campaign(campaign)
        let result = try Verification(of: record, in: workspace.journal)
        Terminal.show(common.format == .json ? result.json.formatted : result.text)
        try (result.isOK ? ExitStatus.done : .refused).end()
    }
}
