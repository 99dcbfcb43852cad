/// What is wrong with a template, wherever it stands.
///
/// Its words, and what to write instead, stand in `LintFault+Words.swift` and `LintFault+Advice.swift`.
package enum LintFault: Codable, Hashable, Sendable {
    case sensitiveSubject(word: String)
    case sensitiveBeginning(word: String)
    case personalSubject(placeholder: String)
    case shoutingSubject
    case longSubject(characters: Int)
    case healthWord(word: String)
    case sensitiveWord(word: String)
    case leftover(word: String)
    case staffTitle(word: String)
    case wrongWeekday(written: String)
    case typedPhone(number: String)
    case hiddenCharacter
    case mixedAlphabets(word: String)
    case missing(fact: Fact)
    case noPlace
    case noChannel
    case foreignPage(key: String)
    case inOnePart(placeholder: String)
    case differentWords(difference: PartsDifference)
    case large(kilobytes: Int)
    case firstWords(say: FirstWords)
    case documentLanguage(language: String)
    case touchedPlaceholder(name: String)
    case link(fault: LinkFault)
    case loads(fault: LoadingFault)
    case markup(fault: MarkupFault)

    /// What a letter must tell.
    package enum Fact: String, Codable, Hashable, Sendable {
        case day = "datum"
        case time = "uhrzeit"
        case authority = "behoerde"
        case address = "anschrift"
        case imprint = "impressum"
        case privacy = "datenschutz"
        case hotline
    }

    /// What a German letter begins with.
    package enum FirstWords: String, Codable, Hashable, Sendable { case cancelled, stands }

    /// A link that may not stand in a letter, or an address that mail programs make one of.
    package enum LinkFault: Codable, Hashable, Sendable {
        case typedAddress
        case otherMailbox
        case otherPhone
        case showsAnother
        case personal
        case backslashOrBeyondASCII
        case noScheme
        case otherScheme(scheme: String)
        case unreadable
        case thirdParty(host: String, kind: ThirdParty)
        case notAllowed(host: String)
        case notEncrypted
        case query
        case loginOrPort
    }

    /// Hosts of others that are often linked to from messages: each learns who opened what.
    package enum ThirdParty: String, Codable, Hashable, Sendable {
        case redirector, shortener, listOfLinks, socialNetwork, formOrStorage
    }

    /// Something that loads, runs or sends by itself.
    package enum LoadingFault: Codable, Hashable, Sendable {
        case tooDeep
        case element(name: String)
        case httpEquivalent
        case styleSheet
        case script(attribute: String)
        case style
        case tracking(attribute: String)
        case attribute(name: String)
        case href(element: String)
        case scheme(attribute: String)
        case address(attribute: String)
        case namespace
        case comment
        case second(tag: String)
    }

    /// Something that not every mail program shows alike.
    package enum MarkupFault: Codable, Hashable, Sendable {
        /// `nil` is the file itself.
        case text(in: String?)
        case element(name: String)
        case place(element: String, in: String?)
        case nested(element: String)
        case growth
        case style(text: String)
        case attribute(name: String, element: String)
        case bareBracket
        case brokenTag
        case tagInTitle
        case secondTitle
    }
}
