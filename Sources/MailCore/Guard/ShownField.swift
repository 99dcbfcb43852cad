/// What a message shows of its person.
package enum ShownField: String, CaseIterable, Hashable, Sendable {
    /// In `To`, always.
    case address
    case name, day, time, site
    /// The last characters of the booking reference.
    case reference

    /// Those that a letter shows, from the placeholders that it uses.
    package static func all(of letter: Letter) -> [ShownField] {
        let source = letter.template.source
        let used = [source.manifest, source.text, source.html ?? ""]
            .map(Letter.placeholders).reduce(into: Set<String>()) { $0.formUnion($1) }
        return allCases.filter { field in
            field == .address || field.placeholders.contains { used.contains($0.rawValue) }
        }
    }

    private var placeholders: [Placeholder] {
        switch self {
        case .address: []
        case .name: [.name, .vorname, .nachname, .anrede]
        case .day: [.datum, .tag]
        case .time: [.uhrzeit]
        case .site: [.ort]
        case .reference: [.buchungsnummer]
        }
    }
}
