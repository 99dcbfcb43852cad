import ArgumentParser
import MailCampaign

struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows where the keys of sealed data are, and takes care of them.",
        usage: """
            einzelpost keys [<options>]
            einzelpost keys --rotate [--old-office-key <file>] [<options>]
            einzelpost keys --lost [<options>]
            """,
        discussion: """
            Everything personal in the journal is sealed, each campaign under a key of its own. \
            The keys lie in one file (state.key_file). Keep that file out of every backup: a key \
            that was destroyed by erase must not come back.

            --rotate seals the keys under the office's key that the configuration names now \
            (state.office_key_file or state.office_key_credential), or under none. If they are \
            sealed under another one, name its file with --old-office-key.

            --lost says that the key store is gone for good. Without it status and rows still \
            work, and verify says what it cannot compare; nobody of these campaigns can be told or listed any more, and \
            whoever was told before is not recognised. Exit code 1 means that a key is missing.
            """
    )

    @Flag(help: "Seal the keys as the configuration says now.") var rotate = false
    @Option(
        help: ArgumentHelp("The key of the office under which they are sealed.", valueName: "file")
    )
    var oldOfficeKey: String?
    @Flag(help: "The key store is lost for good.") var lost = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check { try request() } }

    func run() throws {
        let care = KeyCare(at: common.places, in: Live.surroundings)
        try Output.conclude(care.run(request()), as: common.format)
    }

    private func request() throws -> KeyCare.Request {
        try KeyCare.Request(rotate: rotate, oldOfficeKey: oldOfficeKey, lost: lost)
    }
}
