import ArgumentParser
import MailCampaign
import MailCore

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the final report on a campaign, for the file.",
        usage: "einzelpost report <campaign> --output <file> [<options>]",
        discussion: """
            What was planned, who approved it, what became of each row, what was sent when, where every \
            message stands, what is still open, and the heads of the proof. Nobody who was written to is named. \
            It can be written at any time, also after the people were erased.

            The file ends in .md (Markdown) or .html (one page that needs nothing else; it prints on A4). \
            Exit code 3 if the check that it tells of finds something; the file is written all the same.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(help: ArgumentHelp("A new file, .md or .html.", valueName: "file"))
    var output: String
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check { _ = try ReportFile(path: output) } }

    func run() throws {
        try WrittenReport.check(output)
        let report = try common.look(at: campaign) { try CampaignReport(of: $1, in: $0) }
        try Output.conclude(
            WrittenReport(report, in: output, common.spoken.language ?? .de),
            as: common.format
        )
    }
}
