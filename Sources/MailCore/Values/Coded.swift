import Foundation

/// Something that is told, as a value: it is kept as a code with what belongs to it, and said in words
/// only where it is shown (decision 0033).
///
/// An enum, whose `CodingKeys` spell the codes. A code that was kept once is never spelt another way, and
/// never means something else.
package protocol Coded: Codable, Hashable, Sendable {
    /// What scripts know it by.
    var code: String { get }
}

extension Coded {
    /// As it is kept, one line of JSON: `{"field-count":{"fields":3,"header":8}}`.
    package var kept: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers of closed enums: there is nothing that JSON could not hold.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Nil for anything else, such as a sentence of an older version.
    package init?(kept text: String) {
        guard text.hasPrefix("{\""),
            let fact = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
        else { return nil }
        self = fact
    }

    package var code: String {
        String(kept.dropFirst(2).prefix { $0 != "\"" })
    }
}

/// What is told, as the journal has it: since decision 0033 as a code, before that as an English sentence,
/// which digests bind and which therefore stays.
package enum Kept<Fact: Coded & Worded>: Hashable, Sendable {
    case fact(Fact)
    case sentence(String)

    package init(_ kept: String) {
        self = Fact(kept: kept).map(Self.fact) ?? .sentence(kept)
    }

    /// As it is kept.
    package var text: String {
        switch self {
        case .fact(let fact): fact.kept
        case .sentence(let text): text
        }
    }

    /// As scripts and logs have it.
    package var english: String {
        switch self {
        case .fact(let fact): fact.words.en.text
        case .sentence(let text): text
        }
    }

    /// Nil for a sentence.
    package var code: String? {
        switch self {
        case .fact(let fact): fact.code
        case .sentence: nil
        }
    }
}

/// Inside other JSON a code is an object and a sentence a text.
extension Kept: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .sentence(text)
        } else {
            self = .fact(try container.decode(Fact.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .fact(let fact): try container.encode(fact)
        case .sentence(let text): try container.encode(text)
        }
    }
}
