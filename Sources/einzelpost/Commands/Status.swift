import ArgumentParser
import MailCampaign

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows where campaigns stand.",
        usage: "einzelpost status [<campaign>] [--watch] [<options>]",
        discussion: """
            While another process is sending, the sums of about the last second are shown. \
            “accepted” means accepted by the relay, not delivered.
            """
    )

    @Argument(help: "The campaign; without it, all of them.") var campaign: String?
    @Flag(help: "Look again every two seconds until sending has ended.")
    var watch = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        while try showOnce(), watch {
            await Live.sleep(.seconds(2))
        }
    }

    /// - Returns: Whether another process is sending.
    private func showOnce() throws -> Bool {
        let finding = try StatusLook(at: common.places, in: Live.surroundings)
            .look(at: campaign, onOpening: Terminal.note)
        Output.show(StatusFinding(finding: finding, isOne: campaign != nil), as: common.format)
        switch finding {
        case .campaigns: return false
        case .running: return true
        }
    }
}
