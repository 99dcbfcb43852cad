import Foundation

/// Who counts as one person: one name at one address.
///
/// However the name is spelled: with or without accents, `Müller` or `Mueller`, in any case. Where the
/// schedule has no names, one reference at one address, so that two people of one family never
/// share a message. The reference counts only there: a family may share one booking.
///
/// Personal data.
package struct PersonKey: Hashable, Sendable {
    package let address: String
    /// What tells people at one address apart: its kind, `name` or `reference`, and its value.
    package let identity: [String]

    package init(_ contact: Contact, address: EmailAddress) {
        self.address = address.comparisonKey
        identity =
            contact.name.display.map { ["name", Self.spelling($0)] }
            ?? ["reference", contact.reference ?? ""]
    }

    /// By which a journal knows whom it has told: the name as it is spelled, in small letters.
    ///
    /// Must stay as it is: a journal keeps hashes of these keys, not the names.
    package static func noticed(_ contact: Contact, address: EmailAddress) -> PersonKey {
        guard let name = contact.name.display else { return PersonKey(contact, address: address) }
        return PersonKey(address.comparisonKey, ["name", name.lowercased()])
    }

    /// The same however the name is spelled; nil without a name.
    package static func spelled(_ contact: Contact, address: EmailAddress) -> PersonKey? {
        contact.name.display.map {
            PersonKey(address.comparisonKey, ["spelling", spelling($0)])
        }
    }

    /// The same name with other letters lost on the way, or found again: as many spellings as can be
    /// tried where only their hashes are known.
    ///
    /// At most two letters; an umlaut is two (`PersonKey.means`).
    package var lostVariants: [PersonKey] {
        guard identity.count == 2, identity[1].utf8.count <= 80 else { return [] }
        let name = identity[1]
        let once = isDamaged ? Self.found(in: name) : Self.losing(in: name)
        let twice = isDamaged ? once.flatMap(Self.found) : once.flatMap(Self.losing)
        return Set(once + twice).map { PersonKey(address, [identity[0], $0]) }
    }

    private init(_ address: String, _ identity: [String]) {
        self.address = address
        self.identity = identity
    }

    /// Whether both may be one person: the same key, or the same but for letters that were lost on the
    /// way (`D?bski`, `Dębski`).
    package func means(_ other: PersonKey) -> Bool {
        if self == other { return true }
        guard address == other.address, identity.count == 2, other.identity.count == 2,
            identity[0] == "name", other.identity[0] == "name"
        else { return false }
        // Nobody's name is so long, and many lost letters fit in too many ways.
        guard isDamaged || other.isDamaged,
            max(identity[1].utf8.count, other.identity[1].utf8.count) <= 80
        else { return false }
        return Self.fits(Array(identity[1].utf8)[...], Array(other.identity[1].utf8)[...])
    }

    /// Whether letters were lost.
    package var isDamaged: Bool { identity.contains { $0.utf8.contains(Self.lost) } }

    private static let lost = UInt8(ascii: "?")

    /// What one letter may have been.
    private static let letters =
        "abcdefghijklmnopqrstuvwxyz ".map(String.init) + ["ae", "oe", "ue", "ss", "th"]

    /// The name with its first lost letter found again.
    private static func found(in name: String) -> [String] {
        guard let place = name.firstIndex(of: "?") else { return [] }
        return letters.map { name.replacingCharacters(in: place...place, with: $0) }
    }

    /// The name with one more letter lost.
    private static func losing(in name: String) -> [String] {
        name.indices.flatMap { place -> [String] in
            let next = name.index(after: place)
            let one = name.replacingCharacters(in: place..<next, with: "?")
            guard next < name.endIndex else { return [one] }
            let two = name.replacingCharacters(in: place..<name.index(after: next), with: "?")
            return letters.contains(String(name[place...next])) ? [one, two] : [one]
        }
    }

    private static func spelling(_ name: String) -> String {
        // A character of its own for a letter that no file could hold, whichever program wrote it.
        let name = name.replacingLostLetters
        return LetterFolding.folded(name, keeping: ["?"])
    }

    /// A lost letter stands for one letter, of which an umlaut makes two, or for a blank.
    private static func fits(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        guard let first = left.first else { return right.isEmpty }
        guard let second = right.first else { return false }
        if first == second, fits(left.dropFirst(), right.dropFirst()) { return true }
        if first == lost {
            return fits(left.dropFirst(), right.dropFirst())
                || right.count > 1 && fits(left.dropFirst(), right.dropFirst(2))
        }
        guard second == lost else { return false }
        return fits(left.dropFirst(), right.dropFirst())
            || left.count > 1 && fits(left.dropFirst(2), right.dropFirst())
    }
}

extension String {
    fileprivate var replacingLostLetters: String {
        guard unicodeScalars.contains("\u{FFFD}") else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\u{FFFD}" ? "?" : $0 }))
    }
}
