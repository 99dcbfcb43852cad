import TOMLKit

/// One TOML file being read (configuration, profile, `template.toml`): hands out values by key, with
/// the section if there is one, and remembers every problem and every key that was asked for.
package final class SettingsTable {
    private let file: String
    private let source: String
    private let root: TOMLTable
    private var asked: Set<String> = []
    private var problems: [SettingsError.Problem] = []

    package init(_ source: String, file: String) throws(SettingsError) {
        self.file = file
        self.source = source
        do {
            root = try TOMLTable(string: source)
        } catch let error as TOMLParseError {
            // The parser's own text quotes the line, which may hold a secret.
            let line = error.source.begin.line
            let problem = SettingsError.Problem(
                line: line,
                key: "(syntax)",
                message: TOMLFlaw(onLine: line, of: source).words
            )
            throw SettingsError(file: file, problems: [problem])
        } catch {
            throw SettingsError(file: file, problems: [])
        }
    }

    /// Text that is present and not empty, or nil.
    package func text(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.string, !text.isEmpty else {
            report(key, .notText)
            return nil
        }
        // A line end here would be one in a message, perhaps in its header.
        guard (try? HeaderText(parsing: text)) != nil else {
            report(key, .notOneLine)
            return nil
        }
        return text
    }

    /// Text that must be there; an empty text stands in after the problem is noted.
    package func requiredText(_ key: String) -> String {
        if value(key) == nil { report(key, .missing) }
        return text(key) ?? ""
    }

    /// A whole number within bounds, or nil.
    package func number(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.int, bounds.contains(number) else {
            report(key, .notNumber(bounds))
            return nil
        }
        return number
    }

    package func texts(_ key: String) -> [String]? {
        guard let value = value(key) else { return nil }
        guard let array = value.array else {
            report(key, .notTexts)
            return nil
        }
        let texts = array.compactMap(\.string)
        if texts.count != array.count { report(key, .notTexts) }
        return texts
    }

    /// A section of names, each with a list of texts, in the order of the names.
    func lists(_ key: String) -> [(name: String, texts: [String])]? {
        guard let value = value(key) else { return nil }
        guard let table = value.table else {
            report(key, .notLists)
            return nil
        }
        return table.keys.sorted().map { name in
            let array = table[name]?.array
            let texts = array?.compactMap(\.string) ?? []
            if array == nil || texts.count != array?.count { report(key, .notLists) }
            return (name, texts)
        }
    }

    /// Nobody reads more problems at once, and each is looked for in the text.
    private static let problemsShown = 100

    func report(_ key: String, _ fault: SettingsFault) { report(key, fault.words) }

    package func report(_ key: String, _ message: Sentence) {
        guard problems.count < Self.problemsShown else { return }
        problems.append(.init(line: line(of: key), key: key, message: message))
    }

    func isPresent(_ key: String) -> Bool { value(key) != nil }

    /// Must be called last: notes every key that nothing asked for.
    package func finish() throws(SettingsError) {
        try finish(knowing: asked)
    }

    /// Must be called last: notes every other key than these, which are written `section.key`.
    func finish(knowing keys: Set<String>) throws(SettingsError) {
        for section in root.keys {
            // A key outside all sections.
            if keys.contains(section) { continue }
            guard let table = root[section]?.table else {
                let known = keys.filter { !$0.contains(".") }.sorted()
                report(
                    section,
                    known.isEmpty
                        ? Self.outside(section, of: keys)
                        : .unknownKey(known: known.joined(separator: ", "))
                )
                continue
            }
            let known = keys.filter { $0.hasPrefix("\(section).") }
                .map { String($0.dropFirst(section.count + 1)) }.sorted()
            guard !known.isEmpty else {
                let sections = Set(keys.compactMap { $0.split(separator: ".").first }).sorted()
                let meant = section.closest(in: sections.map(String.init))
                let all = sections.map { "[\($0)]" }.joined(separator: ", ")
                report(section, .unknownSection(meant: meant, known: all))
                continue
            }
            for key in table.keys where !known.contains(key) {
                let all = known.joined(separator: ", ")
                let hint = Self.hint(for: key, of: known, elsewhere: keys)
                report(
                    "\(section).\(key)",
                    .unknownKeyIn(section: section, meant: hint, known: all)
                )
            }
        }
        guard problems.isEmpty else {
            throw SettingsError(
                file: file,
                problems: problems.sorted { ($0.line ?? .max, $0.key) < ($1.line ?? .max, $1.key) }
            )
        }
    }

    /// What to do with a key above the first section.
    private static func outside(_ key: String, of keys: Set<String>) -> SettingsFault {
        let sections = keys.filter { $0.hasSuffix(".\(key)") }.sorted().map {
            "[\($0.prefix { $0 != "." })]"
        }
        return sections.isEmpty
            ? .notSection(name: key) : .aboveSections(sections: sections)
    }

    /// What a key may have been meant for.
    private static func hint(for key: String, of known: [String], elsewhere keys: Set<String>)
        -> SettingsFault.KeyHint?
    {
        if let place = keys.sorted().first(where: { $0.hasSuffix(".\(key)") }) {
            return .standsIn(section: String(place.prefix { $0 != "." }))
        }
        return key.closest(in: known).map { .key($0) }
    }

    private func value(_ key: String) -> TOMLValue? {
        asked.insert(key)
        let path = key.split(separator: ".", maxSplits: 1)
        guard path.count == 2 else { return root[key]?.tomlValue }
        return root[String(path[0])]?.table?[String(path[1])]?.tomlValue
    }

    /// The line on which a key stands, from 1; nil if it is not there.
    ///
    /// The parser does not tell where a value stands, so the line is looked up in the text.
    func line(of key: String) -> Int? {
        let path = key.split(separator: ".", maxSplits: 1).map(String.init)
        var section = ""
        for (index, line) in source.split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).enumerated() {
            let text = line.filter { !$0.isWhitespace }
            if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
                section = String(text[text.index(after: text.startIndex)..<end])
                if section == key { return index + 1 }
            } else if path.count == 2 && section == path[0] && text.hasPrefix("\(path[1])=") {
                return index + 1
            } else if path.count == 1 && section.isEmpty && text.hasPrefix("\(path[0])=") {
                return index + 1
            }
        }
        return nil
    }
}
