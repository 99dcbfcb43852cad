/// What is wrong with a key of a configuration, of a template's settings or of a profile.
///
/// Holds no value that could be a secret: what is written is quoted only where it is told to people anyway.
package enum SettingsFault: Hashable, Sendable {
    case missing
    case missingLike(example: String)
    case notText
    case notOneLine
    case notNumber(ClosedRange<Int>)
    case notTexts
    case notDomains
    case notPage
    case notAddress
    case notAddresses
    case notLists
    case notRights([String])
    case notHeaderName
    case notOrigin
    case notMailbox
    case notLanguages
    case notOneOf([String])
    case notZone
    case notClientName
    case relayForm
    case relayHost
    case relayPort
    case hiddenCharacters
    case leftover(String)
    case plainRelayElsewhere
    case loginWithoutTLS
    case tlsWithoutTLS
    case notPinnedKey
    case keyWithoutCertificate
    case incompleteLogin
    case loginWithoutName
    case proofTwice(keys: String)
    case notCommand(example: String)
    case needsToken(mechanism: String)
    case needsPassword(mechanism: String)
    case officeKeyTwice
    case notSection(name: String)
    case aboveSections(sections: [String])
    case unknownKey(known: String)
    case unknownKeyIn(section: String, meant: KeyHint?, known: String)
    case unknownSection(meant: String?, known: String)

    /// What a key may have been meant for.
    package enum KeyHint: Hashable, Sendable {
        case standsIn(section: String)
        case key(String)
    }
}

extension SettingsFault: Worded {
    package var words: Sentence {
        switch self {
        case .missing, .missingLike, .notText, .notOneLine, .notNumber, .notTexts, .notDomains,
            .notPage, .notAddress, .notMailbox, .notLanguages, .notOneOf, .notZone, .notClientName,
            .hiddenCharacters, .leftover:
            ofValue
        case .notAddresses, .notLists, .notRights, .notHeaderName, .notOrigin: ofConsole
        case .relayForm, .relayHost, .relayPort, .plainRelayElsewhere, .loginWithoutTLS,
            .tlsWithoutTLS, .notPinnedKey, .keyWithoutCertificate:
            ofRelay
        case .incompleteLogin, .loginWithoutName, .proofTwice, .notCommand, .needsToken,
            .needsPassword:
            ofLogin
        case .officeKeyTwice, .notSection, .aboveSections, .unknownKey, .unknownKeyIn,
            .unknownSection:
            ofPlace
        }
    }

    private var ofValue: Sentence {
        switch self {
        case .missingLike(let example):
            Sentence(
                en: "is missing; for example: \(example)",
                de: "fehlt; zum Beispiel: \(example)"
            )
        case .notText:
            Sentence(
                en: "must be a text in quotes, and not empty",
                de: "muss ein Text in Anführungszeichen sein, und nicht leer"
            )
        case .notOneLine:
            Sentence(
                en: "must be one line without control characters",
                de: "muss eine Zeile ohne Steuerzeichen sein"
            )
        case .notNumber(let bounds):
            Sentence(
                en: "must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
                de: "muss eine ganze Zahl von \(bounds.lowerBound) bis \(bounds.upperBound) sein"
            )
        case .notTexts:
            Sentence(
                en: "must be a list of texts: [\"…\"]",
                de: "muss eine Liste von Texten sein: [\"…\"]"
            )
        case .notDomains:
            Sentence(
                en:
                    "must be a list of texts, each with the domains of one provider and blanks between them",
                de:
                    "muss eine Liste von Texten sein, in jedem die Domains eines Anbieters, durch Leerzeichen getrennt"
            )
        case .notPage:
            Sentence(
                en: "must be a full address that begins with https://",
                de: "muss eine vollständige Adresse sein, die mit https:// beginnt"
            )
        case .notAddress:
            Sentence(
                en: "must be one address, local@domain",
                de: "muss eine E-Mail-Adresse sein: name@domain"
            )
        case .notMailbox:
            Sentence(
                en: "must be “Name <local@domain>” or “local@domain”",
                de: "muss „Name <name@domain>“ oder „name@domain“ sein"
            )
        case .notLanguages:
            Sentence(
                en: "must be like “de” or “de, en”",
                de: "muss so aussehen: „de“ oder „de, en“"
            )
        case .notOneOf(let words):
            Sentence(
                en: "must be \(words.joined(separator: " or "))",
                de: "muss \(words.joined(separator: " oder ")) sein"
            )
        case .notZone:
            Sentence(
                en: "is not a time zone; e.g. Europe/Berlin",
                de: "ist keine Zeitzone; z. B. Europe/Berlin"
            )
        case .notClientName:
            Sentence(
                en: "is neither a host's name nor an address in brackets",
                de: "ist weder der Name eines Rechners noch eine Adresse in Klammern"
            )
        case .hiddenCharacters:
            Sentence(
                en: "holds characters that nobody sees, or that turn others round; type it anew",
                de:
                    "enthält unsichtbare Zeichen, oder solche, die andere umdrehen; tippen Sie es neu ein"
            )
        case .leftover(let text):
            Sentence(
                en: "holds “\(text)”, which was left there; write what people shall read",
                de:
                    "enthält „\(text)“, das dort stehen geblieben ist; schreiben Sie, was die Leute lesen sollen"
            )
        default: Sentence(en: "is missing", de: "fehlt")
        }
    }

    private var ofConsole: Sentence {
        switch self {
        case .notAddresses:
            Sentence(
                en: "must be a list of addresses: [\"local@domain\"]",
                de: "muss eine Liste von E-Mail-Adressen sein: [\"name@domain\"]"
            )
        case .notLists:
            Sentence(
                en: "must be a section of names, each with a list of texts: \"name\" = [\"…\"]",
                de:
                    "muss ein Abschnitt aus Namen sein, jeder mit einer Liste von Texten: \"name\" = [\"…\"]"
            )
        case .notRights(let known):
            Sentence(
                en:
                    "must name each person once, without blanks, with a list of rights; there are: \(known.joined(separator: ", "))",
                de:
                    "muss jede Person einmal nennen, ohne Leerzeichen, mit einer Liste von Rechten; es gibt: "
                    + "\(known.joined(separator: ", "))"
            )
        case .notHeaderName:
            Sentence(
                en: "must be the name of a header: letters, digits and hyphens",
                de: "muss der Name einer Kopfzeile sein: Buchstaben, Ziffern und Bindestriche"
            )
        default:
            Sentence(
                en: "must be https:// and the name of a host, with nothing behind it",
                de: "muss https:// und der Name eines Rechners sein, ohne etwas dahinter"
            )
        }
    }

    private var ofRelay: Sentence {
        switch self {
        case .relayForm:
            Sentence(
                en: "must be smtp://host:port (STARTTLS) or smtps://host:port, without a login",
                de: "muss smtp://host:port (STARTTLS) oder smtps://host:port sein, ohne Anmeldung"
            )
        case .relayHost:
            Sentence(
                en: "the host is not a plain name or address",
                de: "der Rechner ist kein einfacher Name und keine Adresse"
            )
        case .relayPort:
            Sentence(en: "the port is out of range", de: "diesen Port kann es nicht geben")
        case .plainRelayElsewhere:
            Sentence(
                en: "\"none\" is only allowed for a relay on 127.0.0.1, ::1 or localhost",
                de:
                    "\"none\" ist nur für einen Mailserver auf 127.0.0.1, ::1 oder localhost erlaubt"
            )
        case .loginWithoutTLS:
            Sentence(
                en: "a login is never sent without TLS",
                de: "eine Anmeldung wird nie unverschlüsselt gesendet"
            )
        case .tlsWithoutTLS:
            Sentence(
                en: "says something of TLS, and security = \"none\" is without it",
                de: "betrifft die Verschlüsselung, und security = \"none\" ist ohne"
            )
        case .notPinnedKey:
            Sentence(
                en:
                    "must be sha256// and 44 characters of Base64, as docs/relay-login.md computes them",
                de:
                    "muss sha256// sein und dahinter 44 Zeichen in Base64, wie docs/relay-login.md sie berechnet"
            )
        default:
            Sentence(
                en: "is the key of a client_certificate, and there is none",
                de: "ist der Schlüssel zu einem client_certificate, und das fehlt"
            )
        }
    }

    private var ofLogin: Sentence {
        switch self {
        case .incompleteLogin:
            Sentence(
                en:
                    "a login needs username and one of password_file, password_credential, password_env, "
                    + "token_file, token_command",
                de:
                    "eine Anmeldung braucht username und eines von password_file, password_credential, password_env, "
                    + "token_file, token_command"
            )
        case .loginWithoutName:
            Sentence(
                en: "says how to log in, and there is no username",
                de: "sagt, wie angemeldet wird, und username fehlt"
            )
        case .proofTwice(let keys):
            Sentence(
                en: "the login's proof is named more than once (\(keys)); leave one of them",
                de:
                    "womit angemeldet wird, ist mehrfach genannt (\(keys)); lassen Sie eines davon stehen"
            )
        case .notCommand(let example):
            Sentence(
                en:
                    "must be a list that begins with the program's whole path, and then has its arguments, "
                    + "each by itself: \(example)",
                de:
                    "muss eine Liste sein: zuerst der ganze Pfad des Programms, dann seine Argumente, jedes für sich: "
                    + "\(example)"
            )
        case .needsToken(let mechanism):
            Sentence(
                en: "\(mechanism) takes a token (token_file, token_command), no password",
                de: "\(mechanism) nimmt ein Token (token_file, token_command), kein Passwort"
            )
        case .needsPassword(let mechanism):
            Sentence(
                en: "\(mechanism) takes a password, no token",
                de: "\(mechanism) nimmt ein Passwort, kein Token"
            )
        default: .empty
        }
    }

    private var ofPlace: Sentence {
        switch self {
        case .officeKeyTwice:
            Sentence(
                en: "cannot stand beside office_key_file: name the office's key once",
                de:
                    "kann nicht neben office_key_file stehen: Nennen Sie den Schlüssel der Behörde einmal"
            )
        case .notSection(let name):
            Sentence(en: "must be a section: [\(name)]", de: "muss ein Abschnitt sein: [\(name)]")
        case .aboveSections(let sections):
            Sentence(
                en:
                    "stands above all sections; it belongs below \(sections.joined(separator: " or "))",
                de:
                    "steht über allen Abschnitten; es gehört unter \(sections.joined(separator: " oder "))"
            )
        case .unknownKey(let known):
            Sentence(
                en: "unknown key; there are: \(known)",
                de: "Diesen Schlüssel gibt es nicht; es gibt: \(known)"
            )
        case .unknownKeyIn(let section, nil, let known):
            Sentence(
                en: "unknown key; in [\(section)] there are: \(known)",
                de: "Diesen Schlüssel gibt es nicht; in [\(section)] gibt es: \(known)"
            )
        case .unknownKeyIn(let section, .standsIn(let other), let known):
            Sentence(
                en: "unknown key; it stands in [\(other)]; in [\(section)] there are: \(known)",
                de:
                    "Diesen Schlüssel gibt es hier nicht; er gehört in [\(other)]. In [\(section)] gibt es: \(known)"
            )
        case .unknownKeyIn(let section, .key(let key), let known):
            Sentence(
                en: "unknown key; did you mean \(key)? in [\(section)] there are: \(known)",
                de:
                    "Diesen Schlüssel gibt es nicht; meinen Sie \(key)? In [\(section)] gibt es: \(known)"
            )
        case .unknownSection(let meant?, let known):
            Sentence(
                en: "unknown section; did you mean [\(meant)]? There are: \(known)",
                de: "Diesen Abschnitt gibt es nicht; meinen Sie [\(meant)]? Es gibt: \(known)"
            )
        case .unknownSection(nil, let known):
            Sentence(
                en: "unknown section. There are: \(known)",
                de: "Diesen Abschnitt gibt es nicht. Es gibt: \(known)"
            )
        default: .empty
        }
    }
}
