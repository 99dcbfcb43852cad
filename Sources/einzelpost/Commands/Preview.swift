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

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(help: ArgumentHelp("The message for this row. Repeatable.", valueName: "n"))
    var row: [Int] = []
    @Option(
        help: ArgumentHelp("Write one .eml file per message into this folder.", valueName: "dir")
    )
    var output: String?
    @Flag(help: "With --output: every message of the campaign.")
    var all = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check(request) }

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let preview = try MessagePreview(of: id, in: workspace)
        Terminal.note(preview.change?.note)
        switch try request() {
        case .look(let rows): try Output.conclude(preview.look(rows: rows), as: common.format)
        case .write(let rows, let folder):
            Output.note(try preview.write(rows: rows, into: folder), as: common.format)
        case .writeAll(let folder):
            Output.note(try preview.writeAll(into: folder), as: common.format)
        }
    }

    private func request() throws -> PreviewRequest {
        try PreviewRequest(rows: row, all: all, folder: output)
    }
}
