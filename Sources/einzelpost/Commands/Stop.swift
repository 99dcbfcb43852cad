import ArgumentParser
import MailCampaign

struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Stops the process that is sending a campaign, and waits for its end.",
        usage: "einzelpost stop <campaign> [<options>]",
        discussion: """
            What is in flight comes to its end, nothing new begins, and nobody is lost: resume \
            goes on. Waits for eleven minutes at most. If nobody is sending, it says so.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let result = try await Stopping(at: common.places, in: Live.surroundings).run(campaign)
        try Output.conclude(result, as: common.format)
    }
}
