import Foundation

/// Whose data a text shows: addresses, and people of whom something is known.
///
/// Personal data; only its counts are told.
package struct ShownPeople: Sendable {
    /// Keys of addresses in fields for recipients, and anywhere.
    private let inFields: Set<String>
    private let addresses: Set<String>
    /// A few addresses of the authority's own mail domain in the text: an office's, and not counted.
    package let ownDomain: Int
    /// Runs of one to four words, folded.
    private let phrases: Set<String>
    private let numbers: Set<String>
    /// People who were recognised by something else than their address, by that address; without one that is
    /// shown, under an empty key.
    private var recognised: [String: Set<String>] = [:]

    /// - Parameters:
    ///   - message: As it was found.
    ///   - own: Addresses that are nobody's personal data: those of the authority.
    package init(in message: ForeignMessage, besides own: Set<EmailAddress>) {
        let senders = message.senderFields.flatMap(Self.addresses)
        let known = Set(own.map(\.comparisonKey)).union(senders)
        inFields = Set(message.recipientFields.flatMap(Self.addresses)).subtracting(known)
        let text = message.texts.joined(separator: "\n")
        let others = Set(Self.addresses(in: text)).subtracting(known).subtracting(inFields)
        let domains = Set(own.map { $0.domain.lowercased() })
        let offices = others.filter { address in
            domains.contains { address.hasSuffix("@\($0)") }
        }
        // An authority may have its mailbox where many people have theirs.
        ownDomain = offices.count < Crowd.people ? offices.count : 0
        addresses = inFields.union(ownDomain > 0 ? others.subtracting(offices) : others)
        let words = Self.words(message.recipientFields.joined(separator: "\n") + "\n" + text)
        phrases = Self.phrases(words)
        numbers = Self.numbers(in: text)
    }

    /// People of one campaign, as far as they are shown.
    package struct Recognised: Sendable {
        /// By an address that is shown, or under an empty key; who they are.
        fileprivate var people: [String: Set<String>] = [:]

        package init() {}

        /// At each address those who were recognised by more than it, or one.
        package var count: Int {
            people.reduce(0) { $0 + ($1.key.isEmpty ? $1.value.count : max(1, $1.value.count)) }
        }
    }

    /// Looks whether a person of a campaign is shown: the address, the whole name, the telephone number or the
    /// reference.
    package func look(for contact: Contact, _ found: inout Recognised) {
        let key = contact.address?.comparisonKey ?? ""
        let isAddressShown = addresses.contains(key)
        let isRecognised = isNamed(contact) || isNumbered(contact)
        guard isAddressShown || isRecognised else { return }
        var people = found.people[isAddressShown ? key : ""] ?? []
        if isRecognised {
            let name = contact.name.display.map { Self.words($0).joined(separator: " ") }
            people.insert(name ?? contact.reference ?? contact.phone ?? "")
        }
        found.people[isAddressShown ? key : ""] = people
    }

    /// Counts the people of a campaign in.
    package mutating func add(_ found: Recognised) {
        recognised.merge(found.people) { $0.union($1) }
    }

    /// How many people are shown: at each address those who were recognised, or one; and those whose address
    /// is not shown.
    package var people: Int {
        let atAddresses = addresses.reduce(0) { $0 + max(1, recognised[$1]?.count ?? 0) }
        let named = recognised.filter { $0.key != "" }.values.reduce(Set()) { $0.union($1) }
        return atAddresses + (recognised[""] ?? []).subtracting(named).count
    }

    /// How many different addresses stand in fields for recipients.
    package var addressesInFields: Int { inFields.count }

    /// How many different addresses stand anywhere.
    package var allAddresses: Int { addresses.count }

    private func isNamed(_ contact: Contact) -> Bool {
        guard let name = contact.name.display else { return false }
        let words = Self.words(name)
        guard (2...Self.longest).contains(words.count) else { return false }
        let turned = words.suffix(1) + words.dropLast()
        return phrases.contains(words.joined(separator: " "))
            || phrases.contains(turned.joined(separator: " "))
    }

    private func isNumbered(_ contact: Contact) -> Bool {
        if let phone = contact.phone.map(Self.digits), phone.count > 6, numbers.contains(phone) {
            return true
        }
        let reference = contact.reference.map { Self.words($0).joined(separator: " ") } ?? ""
        return reference.count > 5 && phrases.contains(reference)
    }

    private static let longest = 4

    private static func addresses(in text: String) -> [String] {
        text.matches(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]+@[A-Za-z0-9.-]*[A-Za-z0-9]/).compactMap {
            (try? EmailAddress(parsing: String($0.0)))?.comparisonKey
        }
    }

    private static func words(_ text: String) -> [String] {
        LetterFolding.folded(text, keeping: []).split { !$0.isLetter && !$0.isNumber }
            .map(String.init)
    }

    private static func phrases(_ words: [String]) -> Set<String> {
        var phrases: Set<String> = []
        for start in words.indices {
            for end in (start + 1)...(start + longest) where end <= words.count {
                phrases.insert(words[start..<end].joined(separator: " "))
            }
        }
        return phrases
    }

    private static func numbers(in text: String) -> Set<String> {
        Set(text.matches(of: /[+0-9][0-9 \/()\-]{5,}[0-9]/).map { digits(of: String($0.0)) })
    }

    /// Without the country's code or the zero in front.
    private static func digits(of number: String) -> String {
        let plain = number.filter { $0.isASCII && $0.isNumber }
        for code in ["0049", "49", "0"] where plain.hasPrefix(code) {
            return String(plain.dropFirst(code.count))
        }
        return plain
    }
}
