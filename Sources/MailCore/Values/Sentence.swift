/// The same thing said in each language of the program; which one is shown is decided where it is
/// printed, and nowhere else.
///
/// There is none in one language alone: the compiler demands both. What has no language, such as a
/// command line, a path or a table's blanks, is said so: `Sentence(same:)`.
package struct Sentence: Hashable, Sendable {
    package let en: Printable
    package let de: Printable

    package init(en: Wording<English>, de: Wording<German>) {
        self.init(en.shown, de.shown)
    }

    /// What reads the same in every language, and the frame around sentences that do not.
    package init(same frame: Frame) {
        self.init(frame.en, frame.de)
    }

    init(_ en: Printable, _ de: Printable) {
        (self.en, self.de) = (en, de)
    }

    package subscript(language: Language) -> Printable {
        switch language {
        case .de: de
        case .en: en
        }
    }

    package static let empty = Sentence(same: "")

    package var isEmpty: Bool { en.isEmpty && de.isEmpty }

    package static func + (first: Sentence, second: Sentence) -> Sentence {
        Sentence(first.en + second.en, first.de + second.de)
    }

    package static func += (first: inout Sentence, second: Sentence) {
        first = first + second
    }

    /// Each side changed in the same way, such as padded.
    package func map(_ change: (Printable) -> Printable) -> Sentence {
        Sentence(change(en), change(de))
    }

    package func padded(to width: Int) -> Sentence { map { $0.padded(to: width) } }

    /// A label needs other widths in other languages.
    package func padded(en: Int, de: Int) -> Sentence {
        Sentence(self.en.padded(to: en), self.de.padded(to: de))
    }

    package func leftPadded(to width: Int) -> Sentence { map { $0.leftPadded(to: width) } }
}

extension Sequence<Sentence> {
    package func joined(separator: Sentence = .empty) -> Sentence {
        Sentence(
            map(\.en).joined(separator: separator.en),
            map(\.de).joined(separator: separator.de)
        )
    }

    /// One below the other.
    package var lines: Sentence { joined(separator: Sentence(same: "\n")) }

    /// With commas between them.
    package var commas: Sentence { joined(separator: Sentence(same: ", ")) }
}

/// Something that has words of its own: put into a sentence, it is said in that sentence's language.
package protocol Worded: CustomStringConvertible {
    var words: Sentence { get }
}

extension Worded {
    /// In English, as scripts and logs have it.
    package var description: String { words.en.text }
}
