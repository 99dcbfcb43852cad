import ArgumentParser
import MailCampaign
import MailCore

struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads an export and freezes a campaign. Sends nothing.",
        discussion: """
            Every row of the file ends in exactly one class, and the sum is shown. Columns that \
            are not needed are discarded before anything is stored. Every message is written and \
            checked once. Exit code 1 means that rows need a person's decision.
            """
    )

    @OptionGroup var plan: PlanOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let workspace = try common.open()
        let choice = try plan.choice(in: workspace.settings.timeZone)
        let report = try Planning(workspace: workspace, choice: choice).run()
        try Output.conclude(report, as: common.format)
    }
}
