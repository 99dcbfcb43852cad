import ArgumentParser
import MailCampaign
import MailCore

struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes planned messages out of a campaign.",
        usage: "einzelpost withdraw <campaign> --row <n> ... [<options>]",
        discussion: """
            Also leaves out rows that need a decision. The digest changes, so the campaign must \
            be approved again. A message that answers several rows is withdrawn as a whole.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The rows, as a spreadsheet numbers them.", valueName: "n")
    )
    var row: [Int]
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let result = try Withdrawal(of: id, in: workspace).run(rows: row)
        try Output.conclude(result, as: common.format)
    }
}
