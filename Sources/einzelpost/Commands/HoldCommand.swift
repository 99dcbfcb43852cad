import ArgumentParser
import MailCampaign

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Keeps the data of a campaign from being erased.",
        usage: "einzelpost hold <campaign> (--because <reason> | --lift) [<options>]",
        discussion: """
            For a court, an inquiry or a complaint. As long as a campaign is held, erase, erase \
            --due and person --erase leave it alone. Who said so, when and why is recorded; do \
            not name anybody in the reason.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(help: ArgumentHelp("Why it must be kept.", valueName: "reason")) var because: String?
    @Flag(help: "It may be erased again.") var lift = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check { try request() } }

    func run() throws {
        let (workspace, id) = try common.open(campaign)
        let result = try Hold(on: id, in: workspace).run(request())
        try Output.conclude(result, as: common.format)
    }

    private func request() throws -> Hold.Request {
        try Hold.Request(because: because, lift: lift)
    }
}
