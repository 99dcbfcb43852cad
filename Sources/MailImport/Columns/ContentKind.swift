package import MailCore

/// What a cell holds by its look alone, where that is something to be careful with.
package enum ContentKind: String, CaseIterable, Hashable, Sendable, Codable {
    case birthDate = "birth-date"
    /// `A1B2-C3D4-E5F6`: whoever knows it can book.
    case accessCode = "access-code"
    case insuranceNumber = "insurance-number"
    /// `{"Geburtsdatum": ...}`: a form's answers in one cell.
    case answers
    case freeText = "free-text"
    case emailAddress = "email-address"
    case phoneNumber = "phone-number"

    /// Looks at one cell; nil for a cell that looks like none of them.
    package init?(of cell: String, births: BirthYears) {
        let text = cell.trimmed
        guard let kind = Self.allCases.first(where: { $0.looksLike(text, births) }) else {
            return nil
        }
        self = kind
    }

    private func looksLike(_ text: String, _ births: BirthYears) -> Bool {
        switch self {
        case .birthDate: Self.isBirthDate(text, births)
        case .accessCode: Self.isAccessCode(text)
        case .insuranceNumber: Self.isInsuranceNumber(text)
        case .answers: text.hasPrefix("{") && text.hasSuffix("}")
        case .freeText: Self.isFreeText(text)
        case .emailAddress: Self.holdsAddress(text)
        case .phoneNumber: Self.isPhoneNumber(text)
        }
    }

    private static func isBirthDate(_ text: String, _ births: BirthYears) -> Bool {
        let numbers = text.split { !$0.isWholeNumber }.map(String.init)
        guard numbers.count >= 2, text.utf8.count <= 30 else { return false }
        let separators = text.filter { !$0.isWholeNumber }
        if numbers.count >= 3, let first = separators.first, ".-/".contains(first) {
            return isBirthDate(numbers: numbers, in: text, births)
        }
        // `7. November 1961`
        guard numbers.count == 2, let year = Int(numbers[1]), births.contains(year) else {
            return false
        }
        return months.contains(String(text.folded.filter(\.isLetter).prefix(3)))
    }

    private static let months: Set = [
        "jan", "feb", "mar", "mae", "mrz", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt",
        "oct", "nov", "dez", "dec",
    ]

    private static func isBirthDate(
        numbers: [String],
        in text: String,
        _ births: BirthYears
    ) -> Bool {
        guard let first = Int(numbers[0]), let second = Int(numbers[1]),
            let third = Int(numbers[2].prefix(4))
        else { return false }
        // A time may follow, but words are no part of such a date.
        guard text.filter(\.isLetter).count <= 2 else { return false }
        if numbers[0].count == 4 {
            return births.contains(first) && (1...12).contains(second)
                && (1...31).contains(third)
        }
        guard numbers[0].count <= 2, numbers[1].count <= 2, (1...31).contains(first),
            (1...31).contains(second)
        else { return false }
        // Two digits: those that can only be of the last century.
        return numbers[2].count == 4
            ? births.contains(third) : numbers[2].count == 2 && third >= 40
    }

    private static func isAccessCode(_ text: String) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.count == 3
            && groups.allSatisfy { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isLetterOrDigit) }
            && text.contains(where: \.isLetter)
    }

    private static func isInsuranceNumber(_ text: String) -> Bool {
        text.utf8.count == 10 && (text.first?.isLetter ?? false)
            && text.utf8.dropFirst().allSatisfy(\.isDigit)
    }

    /// A name or a site has few words.
    private static func isFreeText(_ text: String) -> Bool {
        guard text.utf8.count > 40 else { return false }
        return text.split(whereSeparator: \.isWhitespace).count >= 12
    }

    private static func holdsAddress(_ text: String) -> Bool {
        guard let at = text.utf8.firstIndex(of: UInt8(ascii: "@")), at != text.startIndex else {
            return false
        }
        return text[text.index(after: at)...].dropFirst().contains(".")
    }

    /// With the characters of a phone number: a reference may be made of digits, too.
    private static func isPhoneNumber(_ text: String) -> Bool {
        let digits = text.utf8.count(where: \.isDigit)
        let characters = "+0123456789 -/().'"
        guard (7...15).contains(digits), text.allSatisfy(characters.contains) else { return false }
        let number = text.filter { $0.isWholeNumber || $0 == "+" }
        if number.hasPrefix("+") { return true }
        guard number.hasPrefix("0"), !number.hasPrefix("000") else { return false }
        return digits >= 10 || digits < text.utf8.count
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        isDigit || isLetter
    }
}

extension ContentKind: Worded {
    /// In plain words, to follow "holds".
    package var words: Sentence {
        switch self {
        case .birthDate: Sentence(en: "dates of birth", de: "Geburtsdaten")
        case .accessCode:
            Sentence(en: "codes that open a booking", de: "Codes, die eine Buchung öffnen")
        case .insuranceNumber: Sentence(en: "insurance numbers", de: "Versicherungsnummern")
        case .answers: Sentence(en: "answers of a form", de: "Antworten eines Formulars")
        case .freeText: Sentence(en: "remarks", de: "Bemerkungen")
        case .emailAddress: Sentence(en: "e-mail addresses", de: "E-Mail-Adressen")
        case .phoneNumber: Sentence(en: "phone numbers", de: "Telefonnummern")
        }
    }
}
