/// What identifies a person.
package enum PersonalKind: String, Codable, Hashable, Sendable, CaseIterable {
    case address, name, phone, reference
    /// A day or a time of day.
    case moment
}

/// What a message prints of its recipient's row.
package enum PrintedColumn: String, Codable, Hashable, Sendable, CaseIterable {
    case name, place, reference
}

/// What is asked about a value, once for all rows that have it: what the guard has found, one of each
/// kind.
package struct AskedValue: Coded {
    /// A value in a cell of the row's own, or in the letter; and the row it also belongs to.
    package enum Place: Codable, Hashable, Sendable {
        case cell(kind: PersonalKind, column: PrintedColumn, row: Int?)
        case letter(kind: PersonalKind, row: Int)
    }

    package let places: [Place]

    package init(_ places: [Place]) {
        self.places = places
    }

    package var code: String { "asked-value" }

    /// Whether it stands in cells of the row itself.
    package var isInCells: Bool {
        places.contains { if case .cell = $0 { true } else { false } }
    }
}

extension AskedValue: Worded {
    package var words: Sentence {
        places.map(\.words).joined(separator: Sentence(en: ", and ", de: ", und "))
    }
}

extension AskedValue.Place {
    package var words: Sentence {
        switch self {
        case .cell(let kind, let column, let row):
            Sentence(
                en: "its \(column.rawValue) holds \(kind.words)"
                    + "\(row.map { " that is also that of row \($0)" } ?? "")",
                de: "im Feld \(column.words) steht \(kind.words)"
                    + "\(row.map { ", auch in Zeile \($0)" } ?? "")"
            )
        case .letter(let kind, let row):
            Sentence(
                en:
                    "the letter itself tells everybody \(kind.words) that is also that of row \(row)",
                de: "im Schreiben selbst steht für alle \(kind.words), auch aus Zeile \(row)"
            )
        }
    }
}

extension PersonalKind {
    /// With its article.
    package var words: Sentence {
        switch self {
        case .address: Sentence(en: "an address", de: "eine Adresse")
        case .name: Sentence(en: "a name", de: "ein Name")
        case .phone: Sentence(en: "a phone number", de: "eine Telefonnummer")
        case .reference: Sentence(en: "a booking reference", de: "eine Buchungsnummer")
        case .moment: Sentence(en: "a day or a time", de: "ein Tag oder eine Uhrzeit")
        }
    }
}

extension PrintedColumn {
    package var words: Sentence {
        switch self {
        case .name: Sentence(en: "name", de: "Name")
        case .place: Sentence(en: "place", de: "Ort")
        case .reference: Sentence(en: "reference", de: "Buchungsnummer")
        }
    }
}
