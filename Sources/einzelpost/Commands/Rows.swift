import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Rows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows every row of a campaign with its class and the reasons.",
        usage: "einzelpost rows <campaign> [--class <class>] [<options>]",
        discussion: "Rows are numbered as a spreadsheet does. No personal data is shown."
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("Only this class, e.g. no-email.", valueName: "class")
    )
    var rowClass: RowClass?
    @Option(
        help: ArgumentHelp("Only where the message stands so, e.g. refused.", valueName: "state")
    )
    var delivery: DeliveryState?
    @OptionGroup var common: CommonOptions

    func run() throws {
        let journal = try common.open().journal
        var rows: [RowRecord] = []
        try journal.forEachRow(of: journal.campaign(campaign).id) { row in
            let isWanted = rowClass.map { $0 == row.rowClass } ?? true
            if isWanted, delivery == nil || row.state == delivery { rows.append(row) }
        }
        switch common.format {
        case .json: Terminal.show(RowsReport(rows: rows).json.formatted)
        case .text: Terminal.show(RowsReport(rows: rows).text)
        }
    }
}

extension RowClass: ExpressibleByArgument {}
extension DeliveryState: ExpressibleByArgument {}
