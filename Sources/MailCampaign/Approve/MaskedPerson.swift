import MailCore

/// Hides one person in a text that is about them: addresses as far as `EmailAddress.masked` does, names but
/// for their first letters, so that a row and its message can still be compared.
struct MaskedPerson {
    private let addresses: [EmailAddress]
    /// The longest first, so that a whole name goes before its parts.
    private let names: [String]

    /// - Parameters:
    ///   - recipient: Who is hidden.
    ///   - other: An address that may stand there in the place of the recipient's own; nil for none.
    init(_ recipient: Recipient, other: EmailAddress?) {
        addresses = [recipient.address, other].compactMap(\.self)
        let name = recipient.name
        names = Set([name.display, name.full, name.first, name.last].compactMap(\.self))
            .filter { $0.contains(where: \.isLetter) }
            .sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// The text without the person.
    func hidden(in text: String) -> String {
        let unaddressed = addresses.reduce(text) { $0.replacing($1.text, with: $1.masked) }
        return names.reduce(unaddressed) { Self.hiding($1, in: $0) }
    }

    /// Whole words alone: a short name is not looked for inside a long word.
    private static func hiding(_ name: String, in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: name) {
            let isWhole =
                !(rest[..<range.lowerBound].last ?? result.last ?? " ").isLetter
                && !(rest[range.upperBound...].first ?? " ").isLetter
            result += rest[..<range.lowerBound]
            result += isWhole ? masked(name) : name
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// `Anna Muster` as `A… M…`.
    private static func masked(_ name: String) -> String {
        name.split(separator: " ").map { "\($0.prefix(1))…" }.joined(separator: " ")
    }
}
