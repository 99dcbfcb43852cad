import Foundation

/// Reads the keys of the configuration file as their table says (`SettingsKey+Table.swift`).
extension SettingsTable {
    /// One line of text, or what the table says of an absent one; nil for no value.
    func text(_ key: SettingsKey) -> String? {
        let entry = key.entry
        guard let text = text(key.rawValue) else {
            if case .text(let fallback) = entry.absence { return fallback }
            return nil
        }
        if !text.unicodeScalars.allSatisfy(\.isPrintable) {
            report(key, .hiddenCharacters)
            return nil
        }
        if key.isTold, let leftover = text.leftover {
            report(key, .leftover("\(leftover)"))
        }
        if case .choice(let words) = entry.form, !words.contains(text) {
            report(key, .notOneOf(words.map { "\"\($0)\"" }))
        }
        return text
    }

    /// Text that must be there; an empty text stands in after the problem is noted.
    func requiredText(_ key: SettingsKey) -> String {
        guard !isPresent(key.rawValue) else { return text(key) ?? "" }
        report(key, .missingLike(example: "\(key.name) = \(key.entry.example)"))
        return ""
    }

    /// A page of the authority, which must be there.
    func page(_ key: SettingsKey) -> String {
        let text = requiredText(key)
        if !text.isEmpty, !(text.hasPrefix("https://") && URL(string: text)?.host() != nil) {
            report(key, .notPage)
        }
        return text
    }

    /// A page of the authority; nil where there is none.
    func optionalPage(_ key: SettingsKey) -> String? { isPresent(key.rawValue) ? page(key) : nil }

    /// One e-mail address; nil where there is none.
    func address(_ key: SettingsKey) -> EmailAddress? {
        let text = key.entry.absence == .refused ? requiredText(key) : text(key)
        guard let text, !text.isEmpty else { return nil }
        if let address = try? EmailAddress(parsing: text) { return address }
        report(key, .notAddress)
        return nil
    }

    /// A number; the table's own where there is none.
    func number(_ key: SettingsKey) -> Int {
        guard case .number(let fallback) = key.entry.absence else {
            preconditionFailure("\(key.rawValue) has no number to fall back to")
        }
        return limit(key) ?? fallback
    }

    /// A number; nil where there is none.
    func limit(_ key: SettingsKey) -> Int? {
        guard case .number(let bounds) = key.entry.form else {
            preconditionFailure("\(key.rawValue) is no number")
        }
        return number(key.rawValue, in: bounds)
    }

    func texts(_ key: SettingsKey) -> [String]? { texts(key.rawValue) }

    func lists(_ key: SettingsKey) -> [(name: String, texts: [String])]? { lists(key.rawValue) }

    /// A list of e-mail addresses; empty where there is none.
    func addresses(_ key: SettingsKey) -> [EmailAddress] {
        let texts = texts(key) ?? []
        let addresses = texts.compactMap { try? EmailAddress(parsing: $0) }
        if addresses.count != texts.count { report(key, .notAddresses) }
        return addresses
    }

    func report(_ key: SettingsKey, _ fault: SettingsFault) { report(key.rawValue, fault) }

    /// Must be called last: notes every key that the table does not know.
    func finishConfiguration() throws(SettingsError) {
        try finish(knowing: Set(SettingsKey.allCases.map(\.rawValue)))
    }
}
