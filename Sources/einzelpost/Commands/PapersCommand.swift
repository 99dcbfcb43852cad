import ArgumentParser
import MailCampaign

struct PapersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "papers",
        abstract: "Drafts the papers that data protection asks for, in German.",
        usage: "einzelpost papers --output <dir> [<options>]",
        discussion: """
            Four files in Markdown, from configuration and journal: the record of processing (GDPR, Art. \
            30), the sheet of technical and organisational measures (Art. 32) as they are configured, a \
            text for the privacy page that names this channel (Art. 13), and the deletion concept. What \
            is not known is a marked blank, never a guess; [privacy] of the configuration fills most of \
            them. Nobody who was written to is named.
            """
    )

    @Option(help: ArgumentHelp("A new folder.", valueName: "dir")) var output: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let written = try common.look { try Papers(in: $0).write(into: output) }
        try Output.conclude(written, as: common.format)
    }
}
