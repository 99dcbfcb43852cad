import MailCore

/// Recognises rows that stand for no person: test bookings and blocked slots.
package enum TestRow {
    /// Looks at a folded name, and where there is none at an address: somebody with a name has typed
    /// `test@…` because a form wanted an address.
    ///
    /// Only whole words count: `Tester` and `Mustermann` are people.
    static func isRecognised(person: String?, address: AddressCell) -> Bool {
        person.map { isRecognised(person: $0) } ?? isTestMailbox(address)
    }

    /// Whether an address is one that people type for a test.
    static func isTestMailbox(_ address: AddressCell) -> Bool {
        guard case .address(let mailbox) = address else { return false }
        return isRecognised(local: mailbox.comparisonKey)
    }

    private static func isRecognised(person: String) -> Bool {
        // Every letter that is not ASCII belongs to a word, and so does its every byte.
        let words = person.utf8
            .split { $0 < 0x80 && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            .map { String(Substring($0)) }
        guard !words.isEmpty else { return false }
        if words.contains(where: certain.contains) { return true }
        return words.allSatisfy(familyNames.contains)
    }

    /// `test@`, `test1@`: the whole local part, since `max.muster@` may be a person.
    private static func isRecognised(local key: String) -> Bool {
        let local = key.utf8.prefix { $0 != UInt8(ascii: "@") }
            .filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return certain.contains(String(decoding: local, as: UTF8.self))
    }

    /// All words that can make a row one of a test, folded.
    package static let words = certain.union(familyNames)

    private static let certain: Set = [
        "test", "tests", "testperson", "testpatient", "testpatientin", "testtermin", "testbuchung",
        "testuser", "testeintrag", "dummy", "blocker", "blockiert", "geblockt", "gesperrt",
        "sperre", "sperrung", "sperrzeit", "sperrtermin", "pufferzeit", "reserviert",
    ]

    /// People bear these names, so they count only where nothing else stands beside them.
    private static let familyNames: Set = ["muster", "block", "sperr", "puffer", "pause"]
}
