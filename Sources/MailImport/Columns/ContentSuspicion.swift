import MailCore

/// Judges a mapped column by its cells: what its header promises is not always what it holds.
package struct ContentSuspicion: Sendable {
    /// What to do with a column whose cells are not what the field takes.
    package enum Verdict: Hashable, Sendable {
        case fits
        /// The field can be done without: the column is discarded and named.
        case discard(ContentKind)
        /// The field is needed: only the operator can say which column it is.
        case ask(ContentKind)
    }

    /// How many filled cells are looked at; the rest of a column is as its beginning.
    static let depth = 500

    private let field: ScheduleField
    private let alsoEmail: Bool
    private let births: BirthYears
    private let serials: SerialDays
    private var filled = 0
    private var counts: [ContentKind: Int] = [:]

    /// - Parameters:
    ///   - field: What the column was taken for.
    ///   - alsoEmail: Whether it is the e-mail column, too, as where a cell holds
    ///     `Name (address)`.
    ///   - births: The years in which people may be born.
    ///   - serials: How whole numbers count days, if they are days.
    package init(
        field: ScheduleField,
        alsoEmail: Bool = false,
        births: BirthYears,
        serials: SerialDays = .since1900
    ) {
        self.field = field
        self.alsoEmail = alsoEmail
        self.births = births
        self.serials = serials
    }

    /// Whether further cells change nothing.
    package var isSettled: Bool { filled >= Self.depth }

    /// Takes the next cell of the column; cheap once enough were seen.
    package mutating func add(_ cell: String) {
        guard !isSettled, !cell.trimmed.isEmpty else { return }
        filled += 1
        guard let kind = ContentKind(of: cell, births: births) ?? birthSerial(cell) else { return }
        counts[kind, default: 0] += 1
    }

    /// A day as spreadsheets count days; elsewhere such a number may be anything.
    private func birthSerial(_ cell: String) -> ContentKind? {
        guard [.start, .date, .second].contains(field), let serial = Int(cell.trimmed) else {
            return nil
        }
        return births.contains(serial: serial, serials) ? .birthDate : nil
    }

    /// What the cells so far say: more than half of the filled ones decide.
    package var verdict: Verdict {
        let strangers = ContentKind.allCases.filter { !field.mayHold($0, alsoEmail: alsoEmail) }
        guard let kind = strangers.first(where: { counts[$0, default: 0] * 2 > filled }) else {
            return .fits
        }
        return field.isDispensable ? .discard(kind) : .ask(kind)
    }
}

extension ScheduleField {
    /// Whether a campaign can go on without the column.
    fileprivate var isDispensable: Bool {
        switch self {
        case .ref, .site, .phone, .service, .dose: true
        case .email, .start, .date, .time, .first, .last, .name, .status, .second, .zone: false
        }
    }

    fileprivate func mayHold(_ kind: ContentKind, alsoEmail: Bool) -> Bool {
        switch self {
        case .email: kind == .emailAddress || kind == .freeText || kind == .phoneNumber
        case .start, .date, .time, .second: kind != .birthDate && kind != .answers
        case .first, .last, .name: kind == .emailAddress && alsoEmail
        case .phone: kind == .phoneNumber
        case .ref, .site: false
        case .service, .dose: kind == .phoneNumber
        // Judged and never kept: whoever names it, means it.
        case .status, .zone: true
        }
    }
}
