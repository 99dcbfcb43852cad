import ArgumentParser
import MailCampaign
import MailCore

struct Rows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows every row of a campaign with its class and the reasons.",
        usage: "einzelpost rows <campaign> [--class <class>] [<options>]",
        discussion: "Rows are numbered as a spreadsheet does. No personal data is shown."
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("Only this class, e.g. no-email.", valueName: "class")
    )
    var rowClass: RowClass?
    @Option(
        help: ArgumentHelp(
            "Only rows whose message is in this state, e.g. refused.",
            valueName: "state"
        )
    )
    var delivery: DeliveryState?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let rows = try RowList(
            of: campaign,
            in: common.open(),
            rowClass: rowClass,
            delivery: delivery
        )
        try Output.conclude(rows, as: common.format)
    }
}

extension RowClass: ExpressibleByArgument {}
extension DeliveryState: ExpressibleByArgument {}
