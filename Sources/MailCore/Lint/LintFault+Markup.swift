extension LintFault.LoadingFault: Worded {
    package var words: Sentence {
        switch self {
        case .tooDeep:
            Sentence(
                en: "elements have too many attributes, or nest too deeply.",
                de: "Elemente haben zu viele Eigenschaften oder stehen zu tief ineinander."
            )
        case .element(let name):
            Sentence(
                en: "the element \(name) is not allowed.",
                de: "das Element \(name) ist nicht erlaubt."
            )
        case .httpEquivalent:
            Sentence(
                en: "meta http-equiv is not allowed.",
                de: "meta http-equiv ist nicht erlaubt."
            )
        case .styleSheet:
            Sentence(
                en: "the style sheet loads something (url, @import).",
                de: "die Gestaltung lädt etwas nach (url, @import)."
            )
        case .script(let name):
            Sentence(
                en: "the attribute \(name) runs a script.",
                de: "die Eigenschaft \(name) startet ein Skript."
            )
        case .style:
            Sentence(en: "a style loads something.", de: "eine Gestaltung lädt etwas nach.")
        case .tracking(let name):
            Sentence(
                en: "the attribute \(name) serves tracking.",
                de: "die Eigenschaft \(name) dient der Nachverfolgung."
            )
        case .attribute(let name):
            Sentence(
                en: "the attribute \(name) loads something.",
                de: "die Eigenschaft \(name) lädt etwas nach."
            )
        case .href(let element):
            Sentence(
                en: "\(element) with href loads something.",
                de: "\(element) mit href lädt etwas nach."
            )
        case .scheme(let name):
            Sentence(
                en: "\(name) begins with a scheme that is not allowed.",
                de: "\(name) beginnt mit etwas, das nicht erlaubt ist (etwa „http:“ oder „data:“)."
            )
        case .address(let name):
            Sentence(
                en: "the attribute \(name) holds an address.",
                de: "die Eigenschaft \(name) enthält eine Adresse."
            )
        case .namespace:
            Sentence(
                en: "an unknown namespace is named.",
                de: "ein unbekannter Namensraum (xmlns) ist genannt."
            )
        case .comment:
            Sentence(
                en:
                    "comments, <![…]>, <?…> and elements with a prefix are not allowed in what is sent.",
                de:
                    "Kommentare, <![…]>, <?…> und Elemente mit Doppelpunkt im Namen sind in einem Schreiben nicht erlaubt."
            )
        case .second(let tag):
            Sentence(
                en: "there is a second \(tag)> here.",
                de: "hier steht ein zweites \(tag)>."
            )
        }
    }
}

extension LintFault.MarkupFault: Worded {
    package var words: Sentence {
        switch self {
        case .text(let parent):
            parent.map {
                Sentence(
                    en: "there is text directly in \($0).",
                    de: "unmittelbar in \($0) steht Text."
                )
            }
                ?? Sentence(
                    en: "there is text directly in the file.",
                    de: "außerhalb aller Elemente steht Text."
                )
        case .element(let name):
            Sentence(
                en: "the element \(name) is not one that a letter may use.",
                de: "das Element \(name) darf ein Schreiben nicht verwenden."
            )
        case .place(let element, let parent):
            parent.map {
                Sentence(
                    en: "\(element) may not stand in \($0).",
                    de: "\(element) darf nicht in \($0) stehen."
                )
            }
                ?? Sentence(
                    en: "\(element) may not stand in the file.",
                    de: "\(element) darf nicht außerhalb der anderen Elemente stehen."
                )
        case .nested(let element):
            Sentence(
                en: "\(element) stands in another one of its kind.",
                de: "\(element) steht in einem anderen seiner Art."
            )
        case .growth:
            Sentence(
                en: "the letters grow more than three times as large.",
                de: "die Schrift wird mehr als dreimal so groß."
            )
        case .style(let style):
            Sentence(
                en: "the style “\(style)” is not one that a letter may use.",
                de: "die Gestaltung „\(style)“ darf ein Schreiben nicht verwenden."
            )
        case .attribute(let name, let element):
            Sentence(
                en: "the attribute \(name) of \(element) is not one that a letter may use.",
                de: "die Eigenschaft \(name) von \(element) darf ein Schreiben nicht verwenden."
            )
        case .bareBracket:
            Sentence(
                en: "a < begins no tag; write &lt;",
                de: "ein < beginnt kein Element; schreiben Sie &lt;"
            )
        case .brokenTag:
            Sentence(
                en: "a tag is not written as every program reads it.",
                de: "ein Element ist so geschrieben, dass es nicht jedes Programm gleich liest."
            )
        case .tagInTitle: Sentence(en: "a title holds a tag.", de: "im Titel steht ein Element.")
        case .secondTitle:
            Sentence(en: "there is a second title.", de: "hier steht ein zweiter Titel.")
        }
    }
}
