import ArgumentParser
import MailCampaign
import MailCore

struct Rows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows every row of a campaign with its class and the reasons.",
        usage: """
            einzelpost rows <campaign> [--class <class>] [--delivery <state>] [<options>]
            einzelpost rows <campaign> --output <file> [--with-people] [<options>]
            """,
        discussion: """
            Rows are numbered as a spreadsheet does. No personal data is shown.

            With --output it writes a table that Excel and LibreOffice open by a double click: the \
            original's row numbers, class, state, when the relay took the message, and why. No \
            cell can become a formula. --with-people adds names, telephone numbers and references, \
            never an address; that is recorded, and the file must be destroyed by the day that is shown.
            """
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
    @Option(help: ArgumentHelp("Write them to this new file as a table.", valueName: "file"))
    var output: String?
    @Flag(help: "With --output: name the people, too; recorded.") var withPeople = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check {
            if withPeople, output == nil { throw UnclearRequest.peopleWithoutOutput }
        }
    }

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let rows = try RowList(
            of: id,
            in: workspace,
            rowClass: rowClass,
            delivery: delivery
        )
        guard let output else { return try Output.conclude(rows, as: common.format) }
        try NewFile.check(output)
        let file = try ResultFile(
            of: rows,
            of: id,
            to: output,
            withPeople: withPeople,
            in: workspace
        )
        try Output.conclude(file, as: common.format)
    }
}

extension RowClass: ExpressibleByArgument {}
extension DeliveryState: ExpressibleByArgument {}
