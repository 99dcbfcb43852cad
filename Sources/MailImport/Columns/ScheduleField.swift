import MailCore

/// What a column of the schedule can mean.
///
/// The raw values are the words of `--map FIELD=HEADER`.
package enum ScheduleField: String, CaseIterable, Hashable, Sendable, Codable {
    case email
    /// Day and time of the appointment in one column, or its day next to a `time` column.
    case start
    case date
    case time
    case first
    case last
    /// The whole name; the family name where the file also has a `first` column.
    case name
    case ref
    case phone
    case site
    /// For `--service` only; never kept.
    case service
    /// Which of several vaccinations it is. For `--service` only; never kept.
    case dose
    /// For the classes only; never kept.
    case status
    /// Whose clock the row's times are on, by name; never kept.
    case zone
    /// A second appointment in the same row, judged by itself.
    case second
}

extension ScheduleField {
    /// The meaning of a header by its synonyms, or nil.
    package init?(header: String) {
        guard let synonym = Synonym.of(header) else { return nil }
        self = synonym.field
    }

    /// Whether several columns may carry it at once: filters, and phone numbers, of which the
    /// first that is filled counts.
    var mayRepeat: Bool {
        switch self {
        case .service, .dose, .status, .phone, .second: true
        case .email, .start, .date, .time, .first, .last, .name, .ref, .site, .zone: false
        }
    }
}
