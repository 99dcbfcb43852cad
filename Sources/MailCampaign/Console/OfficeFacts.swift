package import Foundation
package import MailCore

extension WrittenMoment {
    /// A moment as somebody typed it, for people: `15.03.2021, 18:00 Uhr`.
    package static func words(_ typed: String) -> Sentence { Sentence(moment: typed) }
}

/// What every page says of the office, from its configuration.
package struct OfficeFacts: Sendable {
    package let authority: Authority
    package let zone: TimeZone
    /// In which the configuration wants the program to speak; nil if it does not say.
    package let language: Language?
    /// Who may come through a reverse proxy.
    package let console: ConsoleSettings
    /// Nil for the program's own look, also where the office's cannot be used: `check` says so.
    package let theme: ThemeFolder?

    /// - Throws: `ConfigurationError`, `SettingsError`.
    package init(of places: AuthorityPlaces, in surroundings: Surroundings) throws {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        authority = file.settings.authority
        zone = file.settings.timeZone
        language = file.settings.language
        console = file.settings.console
        theme = try? ThemeFolder(of: file)
    }
}
