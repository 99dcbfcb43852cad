/// One side of a `Sentence`, written as a literal; what is put into it is said in its language.
///
/// A number with its noun is `\(3, "row", "rows")`, a number alone that counts something `\(count: 3)`;
/// days and lists are written as the language does. What comes from outside is shown as `Printable`
/// shows it.
package struct Wording<Side: SpokenLanguage>: ExpressibleByStringInterpolation, Sendable {
    let shown: Printable

    package init(stringLiteral value: String) {
        shown = Printable(stringLiteral: value)
    }

    package init(stringInterpolation: StringInterpolation) {
        shown = stringInterpolation.shown
    }

    private init(_ shown: Printable) {
        self.shown = shown
    }

    package static func + (first: Wording, second: Wording) -> Wording {
        Wording(first.shown + second.shown)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var shown: Printable = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            shown += Printable(stringLiteral: literal)
        }

        package mutating func appendInterpolation(_ sentence: Sentence) {
            shown += Side.side(of: sentence)
        }

        package mutating func appendInterpolation(_ value: some Worded) {
            shown += Side.side(of: value.words)
        }

        package mutating func appendInterpolation(_ text: Printable) { shown += text }

        package mutating func appendInterpolation(_ wording: Wording) { shown += wording.shown }

        /// A name, a path, the number of a row.
        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            shown += Printable(value)
        }

        package mutating func appendInterpolation(_ day: LocalDay) {
            shown += Printable(Side.day(day))
        }

        /// Nothing where there is nothing to say.
        package mutating func appendInterpolation(_ sentence: Sentence?) {
            if let sentence { appendInterpolation(sentence) }
        }

        /// `1 row`, `1494 rows`, `1.494 Zeilen`.
        package mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
            shown += Printable("\(Side.number(count)) \(count == 1 ? one : many)")
        }

        package mutating func appendInterpolation(count: Int) {
            shown += Printable(Side.number(count))
        }

        /// `a, b and c`.
        package mutating func appendInterpolation(list texts: [String]) {
            shown += Printable(Side.list(texts))
        }
    }
}

/// What stands around sentences and belongs to no language: blanks, marks, commands, paths.
package struct Frame: ExpressibleByStringInterpolation, Sendable {
    let en: Printable
    let de: Printable

    package init(stringLiteral value: String) {
        en = Printable(stringLiteral: value)
        de = en
    }

    package init(stringInterpolation: StringInterpolation) {
        (en, de) = (stringInterpolation.en, stringInterpolation.de)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var en: Printable = ""
        fileprivate var de: Printable = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            appendInterpolation(Printable(stringLiteral: literal))
        }

        package mutating func appendInterpolation(_ sentence: Sentence) {
            en += sentence.en
            de += sentence.de
        }

        package mutating func appendInterpolation(_ value: some Worded) {
            appendInterpolation(value.words)
        }

        package mutating func appendInterpolation(_ text: Printable) {
            en += text
            de += text
        }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendInterpolation(Printable(value))
        }

        package mutating func appendInterpolation(_ day: LocalDay) {
            en += Printable(English.day(day))
            de += Printable(German.day(day))
        }

        package mutating func appendInterpolation(count: Int) {
            en += Printable(English.number(count))
            de += Printable(German.number(count))
        }
    }
}
