import ArgumentParser
import MailCampaign
import MailCore

struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads an export and freezes a campaign. Sends nothing.",
        usage: """
            einzelpost plan <file> (--date <d> | --from <d> --to <d>) [<options>]
            einzelpost plan --follow-up <campaign> --template <name> [<options>]
            """,
        discussion: """
            Every row of the file ends in exactly one class, and the sum is shown. Columns that \
            are not needed are discarded before anything is stored. Every message is written and \
            checked once. Exit code 1 means that rows need a person's decision.

            With --follow-up the people of an earlier campaign are told again: a correction, or that \
            their appointment stands after all. Exactly those whose earlier message was accepted or is \
            unknown, each with one message, about the same appointment; “rows” shows what each got \
            before. It is a campaign of its own, with its own approval. Nobody is told twice with the \
            same template, unless --again says so. Appointments that are over are left out, unless the \
            template says that its message makes sense afterwards (deadline = "none").
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The raw export of the booking system (CSV or xlsx).",
            valueName: "file"
        ),
        completion: .file(extensions: ScheduleFile.extensions)
    )
    var file: String?
    @OptionGroup var plan: PlanOptions
    @OptionGroup(title: "To tell the people of an earlier campaign again")
    var earlier: FollowUpOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check {
            try PlanRequest.check(
                file: file,
                followUp: earlier.followUp,
                template: plan.template,
                hasDetails: earlier.hasDetails,
                speaksOfFile: plan.speaksOfFile
            )
            if earlier.followUp == nil { _ = try plan.days() }
        }
    }

    func run() throws {
        let workspace = try common.open()
        try Output.conclude(report(in: workspace), as: common.format)
    }

    private func report(in workspace: Workspace) throws -> PlanReport {
        let zone = workspace.settings.timeZone
        if let campaign = earlier.followUp {
            let choice = FollowUpPlanning.Choice(
                of: try workspace.campaignID(campaign),
                states: earlier.delivery.isEmpty ? FollowUp.usualStates : Set(earlier.delivery),
                rows: Set(earlier.rows),
                template: plan.template ?? "",
                expected: plan.expect,
                leftOut: Set(plan.leaveOut),
                asOf: try plan.moment(in: zone),
                isRepeated: earlier.again
            )
            return try FollowUpPlanning(choice, in: workspace).run()
        }
        let choice = try plan.choice(of: file ?? "", in: zone)
        return try Planning(workspace: workspace, choice: choice).run()
    }
}
