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

    @Argument(help: "The campaign; without it, all of them.", completion: .campaigns) var campaign:
        String?
    @Flag(help: "Look again every two seconds until sending has ended.")
    var watch = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let look = StatusLook(at: common.places, in: Live.surroundings)
        while true {
            let finding = try look.look(at: campaign)
            let isLast = !watch || !finding.isRunning
            // JSON is one object, so only the end is printed.
            if isLast || common.format == .text { try Output.conclude(finding, as: common.format) }
            if isLast { return }
            await Live.sleep(.seconds(2))
        }
    }
}
