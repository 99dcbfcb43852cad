/// What is wrong with a template's tags.
package enum TemplateFault: Hashable, Sendable {
    case large(kilobytes: Int)
    case unclosedTag
    case openSection(name: String)
    case leftover(text: String)
    case emptyTag
    case unescaped
    case partial
    case delimiters
    case tooDeep(sections: Int)
    case insideItself(name: String)
    case noSection(name: String)
    case closesAnother(name: String)
    case section(name: String)
    case outsideAppointments(name: String)
    case unknown(name: String, known: String)
    case unreadable(detail: String)
    /// In the template's own settings.
    case setting(key: String, words: Sentence)
}

extension TemplateFault: Worded {
    package var words: Sentence {
        switch self {
        case .large(let kilobytes):
            Sentence(
                en: "the file has more than \(kilobytes) kB",
                de: "die Datei hat mehr als \(kilobytes) kB"
            )
        case .unclosedTag:
            Sentence(
                en: "a tag is opened with {{ and never closed with }}",
                de: "ein Platzhalter beginnt mit {{ und endet nicht mit }}"
            )
        case .leftover(let text):
            Sentence(
                en: "“\(text)” is left over; remove it",
                de: "„\(text)“ ist übrig geblieben; entfernen Sie es"
            )
        case .emptyTag: Sentence(en: "an empty tag {{}}", de: "ein leerer Platzhalter {{}}")
        case .unescaped:
            Sentence(
                en: "unescaped tags are not allowed; write {{name}}",
                de: "ungeschützte Platzhalter sind nicht erlaubt; schreiben Sie {{name}}"
            )
        case .partial:
            Sentence(
                en: "partials are not allowed; write the text here",
                de: "eingebundene Teile sind nicht erlaubt; schreiben Sie den Text hierher"
            )
        case .delimiters:
            Sentence(
                en: "delimiters and pragmas are not allowed",
                de: "eigene Trennzeichen und Anweisungen sind nicht erlaubt"
            )
        case .outsideAppointments(let name):
            Sentence(
                en: "\(name) is only allowed between {{#termine}} and {{/termine}}",
                de: "\(name) ist nur zwischen {{#termine}} und {{/termine}} erlaubt"
            )
        case .unknown(let name, let known):
            Sentence(
                en: "unknown placeholder “\(name)”; there are: \(known)",
                de: "den Platzhalter „\(name)“ gibt es nicht; es gibt: \(known)"
            )
        case .unreadable(let detail):
            Sentence(
                en: "Mustache cannot read this line (\(detail))",
                de: "Mustache kann diese Zeile nicht lesen (\(detail))"
            )
        case .setting(let key, let words): Sentence(same: "\(key): \(words)")
        case .openSection, .tooDeep, .insideItself, .noSection, .closesAnother, .section: ofSection
        }
    }

    private var ofSection: Sentence {
        switch self {
        case .openSection(let name):
            Sentence(
                en: "the section {{#\(name)}} is never closed",
                de: "der Abschnitt {{#\(name)}} ist nicht geschlossen"
            )
        case .tooDeep(let sections):
            Sentence(
                en: "more than \(sections) sections stand inside each other",
                de: "mehr als \(sections) Abschnitte stehen ineinander"
            )
        case .insideItself(let name):
            Sentence(
                en: "the section {{#\(name)}} stands inside itself",
                de: "der Abschnitt {{#\(name)}} steht in sich selbst"
            )
        case .noSection(let name):
            Sentence(
                en: "\(name) always has a value and cannot open a section",
                de: "\(name) hat immer einen Wert und kann keinen Abschnitt öffnen"
            )
        case .closesAnother(let name):
            Sentence(
                en: "{{/\(name)}} closes a section that is not the open one",
                de: "{{/\(name)}} schließt einen Abschnitt, der nicht offen ist"
            )
        case .section(let name):
            Sentence(
                en: "\(name) is a section: write {{#\(name)}} … {{/\(name)}}",
                de: "\(name) ist ein Abschnitt: Schreiben Sie {{#\(name)}} … {{/\(name)}}"
            )
        default: .empty
        }
    }
}
