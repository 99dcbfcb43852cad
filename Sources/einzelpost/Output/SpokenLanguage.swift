import ArgumentParser
import Foundation
import MailCampaign
import MailCore

/// The language of this run, chosen once, when the first sentence is printed.
enum SpokenLanguage {
    /// By the option, else by the configuration, else by the environment.
    ///
    /// The command line is read by hand, since what is wrong with it must be said in a language, too.
    static let ofThisRun = Language(
        option: value(of: "--language").flatMap(Language.init),
        configured: configured,
        environment: Live.surroundings.environment
    )

    /// Nil where there is no configuration, or none that can be used; then that will be told.
    private static var configured: Language? {
        ConfigurationFile.language(named: value(of: "--config"), in: Live.surroundings)
    }

    private static func value(of option: String) -> String? {
        let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
        let joined = words.last { $0.hasPrefix("\(option)=") }.map {
            $0.dropFirst(option.count + 1)
        }
        return joined.map(String.init)
            ?? zip(words, words.dropFirst()).first { $0.0 == option }.map(\.1)
    }
}

extension Language: ExpressibleByArgument {}
