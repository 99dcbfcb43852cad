/// A language in which the program speaks to whoever uses it.
package enum Language: String, CaseIterable, Sendable {
    case de, en

    /// What the environment asks for (POSIX, “Environment Variables”): the first of LC_ALL, LC_MESSAGES
    /// and LANG that is set and not empty; English for any other language, and for none.
    package init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
            .first { !$0.isEmpty }
        let name = locale?.prefix { $0.isLetter }.lowercased()
        self = name.flatMap(Language.init) ?? .en
    }

    /// The first that somebody has chosen: with the command, in the configuration, by the environment.
    package init(option: Language?, configured: Language?, environment: [String: String]) {
        self = option ?? configured ?? Language(environment: environment)
    }
}
