/// What an approval is bound to: everything that is shown to whoever approves, in parts, so that a
/// change can be named.
///
/// A field is a column of the journal as text; nil is told apart from the empty text.
package struct CampaignDigest: Hashable, Sendable {
    /// One thing that can change.
    package enum Part: String, CaseIterable, Hashable, Sendable {
        /// Which campaign, planned by whom, when, and as of when.
        case planning
        /// Template and authority.
        case letter
        case relay
        /// File, choice, columns, problems, warnings, forecast.
        case facts
        /// Which messages, what they say, in which order.
        case messages
        /// Every row with its class and what was kept of it.
        case rows
    }

    package let parts: [Part: Digest]

    package init(parts: [Part: Digest]) {
        self.parts = parts
    }

    /// The one value an approval names.
    package var whole: Digest {
        var hasher = FieldHasher(version: "einzelpost campaign 2")
        for part in Part.allCases {
            hasher.add(part.rawValue)
            hasher.add(parts[part]?.hex ?? "")
        }
        return hasher.finalize()
    }

    /// The parts in which two differ, in the order of the list.
    package func changes(to other: CampaignDigest) -> [Part] {
        Part.allCases.filter { parts[$0] != other.parts[$0] }
    }

    /// Hashes one part, record by record.
    package struct Reading {
        private var hasher: FieldHasher

        /// - Parameters:
        ///   - part: What is hashed.
        ///   - key: A secret of the campaign. The digests stand in events and so in proofs; without
        ///     a key anybody could try names and addresses until one fits.
        package init(_ part: Part, key: [UInt8]) {
            hasher = FieldHasher(version: "einzelpost campaign 2 \(part.rawValue)")
            hasher.add(bytes: key)
        }

        /// Must be called in the order of the file, or of sending.
        ///
        /// - Parameters:
        ///   - count: How many fields the record has.
        ///   - field: Each of them.
        package mutating func add(_ count: Int, _ field: (Int) -> String?) {
            // The number of fields, so that two records never read as one.
            hasher.add(String(count))
            for place in 0..<count {
                let text = field(place)
                hasher.add(mark: text == nil ? UInt8(ascii: "-") : UInt8(ascii: "+"), text ?? "")
            }
        }

        /// The same of a record that is a list.
        package mutating func add(_ record: [String?]) { add(record.count) { record[$0] } }

        package func finalize() -> Digest { hasher.finalize() }
    }
}

extension CampaignDigest.Part {
    /// For the sentence that says what changed.
    package var description: String {
        switch self {
        case .planning: "who planned it, when, or as of when"
        case .letter: "the letter"
        case .relay: "the relay"
        case .facts: "what was found out about file, columns, problems or forecast"
        case .messages: "the messages"
        case .rows: "the rows, or what was kept of them"
        }
    }
}
