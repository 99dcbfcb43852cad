import Foundation

/// A JSON value, built by hand: each key that scripts rely on stands in one place, and a missing
/// value is `null`, never left out.
///
/// It can be written in two ways: `formatted` for people and scripts, `canonicalOctets` to be signed.
package indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    /// A text, or `null` where there is none.
    package static func text(_ value: String?) -> JSON { value.map { .text($0) } ?? .null }

    /// A sentence, as it is printed, or `null`.
    package static func text(_ value: Printable?) -> JSON { .text(value?.text) }

    /// In English, whatever language people are spoken to.
    package static func text(_ value: Sentence?) -> JSON { .text(value?.en.text) }

    /// Several lines with sorted keys.
    package var formatted: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension JSON: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }

    /// An object with further keys; anything else stays as it is.
    package func with(_ further: [String: JSON]) -> JSON {
        guard case .object(let values) = self else { return self }
        return .object(values.merging(further) { $1 })
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByArrayLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }

    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(uniqueKeysWithValues: elements))
    }

    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
}
