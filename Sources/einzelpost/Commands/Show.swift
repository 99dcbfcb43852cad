import ArgumentParser
import MailCampaign

struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows a whole campaign: everything that an approval binds.",
        usage: "einzelpost show <campaign> [<options>]",
        discussion: """
            File, rows, days, forecast, sender, relay, columns, problems, warnings, what differs \
            from the campaign before, and \(MessageChoice.most) messages beside the rows they were made from. \
            It ends with the command that approves just this, or with what has to be decided first.

            On a terminal it is shown page by page through $PAGER (PAGER=cat for none). Names, \
            addresses and references are masked unless --unmasked is given, which is recorded.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Flag(help: "Show people in full; recorded.") var unmasked = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let look = try Approval(of: id, in: workspace).look(isMasked: !unmasked, in: "show")
        Terminal.note(look.view.change?.note)
        switch common.format {
        case .text: Pager.show(look)
        case .json: Output.show(look, as: .json)
        }
        try look.conclusion.end()
    }
}
