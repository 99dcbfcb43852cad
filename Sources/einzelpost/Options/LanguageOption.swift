import ArgumentParser
import MailCore

/// In which language a command speaks; every command has it.
struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of what is told: de or en.",
            discussion: """
                Default: [language] of the configuration, then LC_ALL, LC_MESSAGES or LANG; English \
                where these name neither. Help, JSON, codes and option names are English always.
                """
        )
    )
    var language: Language?
}
