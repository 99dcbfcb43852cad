import ArgumentParser
import MailCampaign

struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Destroys the personal data of a campaign for good.",
        usage: """
            einzelpost erase <campaign> [<options>]
            einzelpost erase --due [<options>]
            """,
        discussion: """
            The campaign's key is destroyed, so that no copy of the journal shows its people any \
            more; then its people are removed, and the journal's file is written anew. Numbers, \
            times and events stay: verify and proof still work. Who was told stays known by keyed \
            hashes for [retention] notified_days, so that nobody is told twice.

            A campaign must have come to its end; a plan that was never sent is thrown away so as \
            well. What is held (einzelpost hold) is not erased. On a terminal you are asked for \
            the number of messages; in a script you are not.

            --due erases what is over by [retention] of the configuration; let a timer call it \
            every day. Exit code 1 means that something due has not come to its end.

            A copy of the key store would keep the key: leave it out of every backup \
            (einzelpost keys says where it lies).
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String?
    @Flag(help: "Everything that is due by the retention of the configuration.") var due = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check {
            guard (campaign == nil) == due else { throw UnclearRequest.whatToErase }
        }
    }

    func run() throws {
        let workspace = try common.open()
        guard let campaign else {
            return try Output.conclude(DueErasure(in: workspace).run(), as: common.format)
        }
        let result = try CampaignErasure(of: workspace.campaignID(campaign), in: workspace)
            .run(confirmedBy: .terminal(\.erasingPrompt))
        try Output.conclude(result, as: common.format)
    }
}
