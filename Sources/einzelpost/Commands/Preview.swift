import ArgumentParser
import MailCampaign

struct Preview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows messages as the recipient will see them. Sends nothing.",
        usage: "einzelpost preview <campaign> [--row <n> ...] [--output <dir> [--all]] [<options>]",
        discussion: """
            Without --row it shows a telling choice: the earliest and the latest appointment, the \
            longest name, a shared address, foreign letters. This shows personal data.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(help: ArgumentHelp("The message for this row. Repeatable.", valueName: "n"))
    var row: [Int] = []
    @Option(
        help: ArgumentHelp("Write one .eml file per message into this folder.", valueName: "dir")
    )
    var output: String?
    @Flag(help: "With --output: every message of the campaign.")
    var all = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if all && output == nil { throw ValidationError("--all needs --output DIR") }
    }

    func run() throws {
        let preview = try MessagePreview(of: campaign, in: common.open())
        Terminal.note(preview.change?.note)
        guard let output else {
            return try Output.conclude(preview.look(rows: row), as: common.format)
        }
        let written = try preview.write(rows: row, all: all, into: output)
        Output.note(written, as: common.format)
    }
}
