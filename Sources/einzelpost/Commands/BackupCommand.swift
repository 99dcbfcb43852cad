import ArgumentParser
import MailCampaign

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Writes a whole copy of the journal, which names nobody.",
        usage: "einzelpost backup <file> [<options>]",
        discussion: """
            A copy of journal.sqlite that was made with cp is none: what was written last stands in \
            another file. This one is whole, was read again, and is readable by its owner alone. It can be \
            made at any time, also while another process is sending.

            People are sealed in it, and their keys are not in it: whoever erases a campaign erases it in \
            every backup. What a restore needs besides, and what must lie in no backup, is shown. \
            docs/backup.md tells how to restore, to upgrade, and to move to another host.
            """
    )

    @Argument(help: "Where to write it; a new file.", completion: .file()) var file: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Backup.check(file)
        let result = try common.look { workspace in
            try Backup(of: workspace).write(
                to: file,
                state: workspace.stateDirectory(common.places)
            )
        }
        try Output.conclude(result, as: common.format)
    }
}
