package import MailCore

/// A column as it was found, and what it would become.
package struct InspectedColumn: Hashable, Sendable {
    /// What becomes of a column, and who says so.
    package enum Fate: Hashable, Sendable {
        /// Used; a cell such as `Name (address)` gives two fields.
        case used([ScheduleField], ColumnOrigin)
        /// Not used: another column could be the same field.
        case contested(ScheduleField)
        /// A row that fills it is not the row of one person.
        case guests
        /// A row that leaves it empty was begun and never sent.
        case completion
        /// Discarded, for a reason beyond not being needed.
        case discarded(DiscardedColumn.Reason)
        case notNeeded
    }

    /// The column's number, from 1.
    package let number: Int
    /// As the file writes it, on one line; `column N` where it is empty.
    package let header: String
    package let fate: Fate
    /// What most cells of a column look like whose header says nothing; nil if nothing known.
    package let look: ColumnLook?
    /// Rows that have something in it.
    package let filled: Int
    /// One of its cells, masked; nil where none may be shown.
    package let example: String?
}

/// What most cells of a column look like.
package enum ColumnLook: Hashable, Sendable {
    case addresses, phoneNumbers, days, times

    /// The fields that such a column may be.
    package var fields: [ScheduleField] {
        switch self {
        case .addresses: [.email]
        case .phoneNumbers: [.phone]
        case .days: [.start, .date]
        case .times: [.time]
        }
    }
}

extension ColumnLook: Worded {
    /// In plain words.
    package var words: Sentence {
        switch self {
        case .addresses: Sentence(en: "e-mail addresses", de: "E-Mail-Adressen")
        case .phoneNumbers: Sentence(en: "phone numbers", de: "Telefonnummern")
        case .days: Sentence(en: "days", de: "Tage")
        case .times: Sentence(en: "times", de: "Uhrzeiten")
        }
    }
}
