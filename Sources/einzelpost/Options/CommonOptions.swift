import ArgumentParser
import MailCampaign
import MailCore

/// Options that mean the same in every command.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file.",
            discussion: """
                Default: ./einzelpost.toml, then $XDG_CONFIG_HOME/einzelpost/einzelpost.toml, \
                then /etc/einzelpost/einzelpost.toml.
                """,
            valueName: "file"
        )
    )
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The state directory, which holds the journal.",
            discussion: "Default: from the configuration, then $XDG_STATE_HOME/einzelpost.",
            valueName: "dir"
        )
    )
    var state: String?

    @Option(help: ArgumentHelp("Where the message templates are.", valueName: "dir"))
    var templates: String?

    @Option(help: "How to print the result: text, or json as one object on standard output.")
    var format: OutputFormat = .text

    @OptionGroup var spoken: LanguageOption

    var places: AuthorityPlaces {
        AuthorityPlaces(configuration: config, state: state, templates: templates)
    }

    /// Opens everything, and says what a run that died has left behind.
    ///
    /// - Parameter claim: What somebody has said of where the journal comes from.
    /// - Returns: Everything.
    /// - Throws: As `Workspace.open` does.
    func open(claim: StateClaim? = nil) throws -> Workspace {
        let workspace = try Workspace.open(places, in: Live.surroundings)
        workspace.notes(claim: claim).forEach(Terminal.note)
        return workspace
    }

    /// Opens everything for sending, and says that the machine must stay awake.
    ///
    /// - Parameters:
    ///   - command: What is typed, without the program's name.
    ///   - claim: What somebody has said of where the journal comes from.
    /// - Returns: Everything.
    /// - Throws: As `open()` does.
    func open(toSend command: Printable, claim: StateClaim? = nil) throws -> Workspace {
        let workspace = try open(claim: claim)
        Terminal.note(StayAwake.needed(command, in: workspace))
        return workspace
    }

    /// Opens everything, for the one campaign that somebody means.
    ///
    /// - Parameter typed: Its id, or the beginning of it.
    /// - Returns: Everything, and the whole id.
    /// - Throws: As `open()` does, and `AmbiguousCampaign`.
    func open(_ typed: String) throws -> (workspace: Workspace, campaign: String) {
        let workspace = try open()
        return (workspace, try workspace.campaignID(typed))
    }

    /// Opens everything to look at one campaign, also while another process is sending.
    func look<Result>(
        at typed: String,
        _ use: (Workspace, String) throws -> Result
    ) throws -> Result {
        try look { try use($0, $0.campaignID(typed)) }
    }

    /// Opens everything to look at it, also while another process is sending.
    func look<Result>(_ use: (Workspace) throws -> Result) throws -> Result {
        try Workspace.looking(at: places, in: Live.surroundings) { workspace in
            workspace.notes().forEach(Terminal.note)
            return try use(workspace)
        }
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json

    /// Whether the command line asks for JSON, also where the rest of it cannot be understood.
    static var isJSONWanted: Bool {
        let words = CommandLine.arguments.prefix { $0 != "--" }
        return words.contains("--format=\(json)")
            || zip(words, words.dropFirst()).contains { $0 == ("--format", "\(json)") }
    }
}
