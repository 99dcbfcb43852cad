import MailCore
import struct Foundation.Date

/// Gives each row its class: the first that applies, in the order of `RowClass`.
///
/// `rejected` is decided before a row can be read, `collective-address` after all rows are.
struct RowClassifier {
    private let selection: Selection
    private let mapping: ColumnMapping
    private let isNotified: (Contact, AppointmentTime) throws -> Bool
    private let today: LocalDay
    private let asOf: Double
    private var services: ChosenValues
    private var sites: ChosenValues
    private var earlier: Set<AppointmentKey> = []
    private let realRows: Set<Int>
    private let isEncodingGuessed: Bool
    /// Those of them that would be test rows otherwise.
    private(set) var takenForReal: Set<Int> = []

    init(
        selection: Selection,
        mapping: ColumnMapping,
        realRows: Set<Int>,
        isEncodingGuessed: Bool,
        isNotified: @escaping (Contact, AppointmentTime) throws -> Bool
    ) throws(ScheduleError) {
        self.selection = selection
        self.mapping = mapping
        self.realRows = realRows
        self.isEncodingGuessed = isEncodingGuessed
        self.isNotified = isNotified
        asOf = selection.asOf.timeIntervalSince1970
        today = LocalDay(of: selection.asOf, in: selection.timeZone)
        services = ChosenValues("service", selection.services)
        sites = ChosenValues("site", selection.sites)
        try services.requireColumn(!mapping.filters.isEmpty)
        try sites.requireColumn(mapping.first(.site) != nil)
    }

    /// Must be called for the rows in file order: a duplicate is the later one.
    ///
    /// - Throws: Whatever `isNotified` throws.
    mutating func judge(_ row: ScheduleRow) throws -> RowJudgement {
        var meant = row.starts
        var judgement = try judge(row, &meant)
        judgement.starts = meant.compactMap(\.reading.start).sorted()
        if takenForReal.contains(row.row) {
            judgement.reasons.append("Taken for a real person because of --real.")
        }
        return judgement.noting(row.contact.name)
    }

    /// Takes those appointments out of `meant` that nobody has to be told of, unless that decides
    /// the class.
    private mutating func judge(
        _ row: ScheduleRow,
        _ meant: inout [RowStart]
    ) throws -> RowJudgement {
        let isService = services.admits(row.services)
        let isSite = sites.admits([row.contact.site ?? ""])
        if isTest(row) {
            return RowJudgement(
                .testOrBlock,
                "The name or address is one of a test or of a blocked slot. "
                    + "If it is a real person, plan with --real and the row's number."
            )
        }
        guard meant.keep({ !isOutside($0.reading) }) else {
            return RowJudgement(.outOfWindow, reasons: Self.outsideReasons, column: nil)
        }
        if !isService, !row.hasNoService {
            return RowJudgement(.otherService, "Another service.")
        }
        if !isSite, row.contact.site != nil {
            return RowJudgement(.otherService, "Another site.")
        }
        if row.status == .cancelled {
            return RowJudgement(.alreadyCancelled, "The status says so.", column: row.statusColumn)
        }
        guard meant.keep({ !isPast($0.reading) }) else {
            return RowJudgement(.past, "The appointment has begun or is over.")
        }
        guard meant.keep({ !isRepeated($0.reading, of: row) }) else {
            return RowJudgement(.duplicate, "The same appointment as in an earlier row.")
        }
        guard try meant.keep({ try !isKnown($0.reading, to: row.contact) }) else {
            return RowJudgement(.alreadyNotified, "Told by an earlier campaign.")
        }
        return judgeDoubts(row, meant) ?? filler(row)
            ?? row.address.judgement(hasPhone: row.contact.phone != nil, column: addressColumn)
    }

    /// Must be called after the last row.
    func finish() throws(ScheduleError) {
        let births = BirthYears(asOf: today.year)
        try services.requireRows(births: births)
        try sites.requireRows(births: births)
    }

    static let outsideReasons = ["Not on a chosen day."]

    /// Whether every chosen service and site was met, so that further rows need not be asked.
    var hasMetChoices: Bool { services.isMet && sites.isMet }

    /// People may be called Test; the operator knows.
    private mutating func isTest(_ row: ScheduleRow) -> Bool {
        guard TestRow.isRecognised(person: row.person, address: row.address) else { return false }
        guard realRows.contains(row.row) else { return true }
        takenForReal.insert(row.row)
        return false
    }

    /// An address such as `test@test.de` beside a person's name: mail would reach a stranger.
    private func filler(_ row: ScheduleRow) -> RowJudgement? {
        guard TestRow.isTestMailbox(row.address), !realRows.contains(row.row) else { return nil }
        return AddressCell.placeholder
            .judgement(hasPhone: row.contact.phone != nil, column: addressColumn)
    }

    func isOutside(_ reading: StartReading) -> Bool {
        reading.day.map { !selection.days.contains($0) } ?? false
    }

    private func isPast(_ reading: StartReading) -> Bool {
        if let start = reading.start { return Double(start.epochSeconds) < asOf }
        return reading.day.map { $0 < today } ?? false
    }

    private mutating func isRepeated(_ reading: StartReading, of row: ScheduleRow) -> Bool {
        guard let start = reading.start, let key = AppointmentKey(row, start) else { return false }
        return !earlier.insert(key).inserted
    }

    private func isKnown(_ reading: StartReading, to contact: Contact) throws -> Bool {
        try reading.start.map { try isNotified(contact, $0) } ?? false
    }

    private func judgeDoubts(_ row: ScheduleRow, _ meant: [RowStart]) -> RowJudgement? {
        let doubts =
            meant.compactMap(startDoubt)
            + [
                guestDoubt(row), choiceDoubt(row), statusDoubt(row), completionDoubt(row),
                textDoubt(row), addressDoubt(row),
            ]
            .compactMap(\.self)
        guard !doubts.isEmpty else { return nil }
        let isHalf = meant.count > 1 && meant.contains { $0.reading.start == nil }
        var judgement = RowJudgement(
            .needsDecision,
            reasons: doubts.map(\.reason),
            column: doubts.lazy.compactMap(\.column).first
        )
        if isHalf {
            judgement.isHalfKnown = true
            judgement.reasons.append(
                "The row holds two appointments, and one of them is not certain."
            )
        }
        return judgement
    }

    private typealias Doubt = (reason: String, column: String?)

    private func startDoubt(_ start: RowStart) -> Doubt? {
        guard case .unclear(_, let reason, _) = start.reading else { return nil }
        return (reason, start.column.map { mapping.headers[$0] })
    }

    private func guestDoubt(_ row: ScheduleRow) -> Doubt? {
        guard let column = row.guestColumn else { return nil }
        let reason =
            "The row names a further person, who would not be told. Give each person a row of "
            + "their own."
        return (reason, column)
    }

    private func statusDoubt(_ row: ScheduleRow) -> Doubt? {
        row.status.doubt.map { ($0, row.statusColumn) }
    }

    /// Whether the row is meant cannot be told from an empty cell.
    private func choiceDoubt(_ row: ScheduleRow) -> Doubt? {
        guard
            !selection.services.isEmpty && row.hasNoService
                || !selection.sites.isEmpty && row.contact.site == nil
        else { return nil }
        let reason =
            "The service or the site is empty. Find out whether the appointment is one of those "
            + "that are cancelled."
        return (reason, nil)
    }

    private func completionDoubt(_ row: ScheduleRow) -> Doubt? {
        guard !row.isComplete else { return nil }
        let reason =
            "The form was begun and not sent. Find out whether there is an appointment at all."
        return (reason, mapping.completion.map { mapping.headers[$0] })
    }

    private func textDoubt(_ row: ScheduleRow) -> Doubt? {
        if row.isEncodedTwice {
            return (
                "The name or the place was encoded twice: a letter such as \"ü\" shows as two "
                    + "characters. Correct the cell.", nil
            )
        }
        guard row.isEscaped else { return nil }
        let reason =
            "The name, the place or the reference holds text that was escaped for a web page or a "
            + "mail. Correct the cell."
        return (reason, nil)
    }

    private func addressDoubt(_ row: ScheduleRow) -> Doubt? {
        row.address.doubt.map { ($0, addressColumn) } ?? guessedLetterDoubt(row)
    }

    /// Another letter is another domain, and somebody else's mailbox.
    private func guessedLetterDoubt(_ row: ScheduleRow) -> Doubt? {
        guard isEncodingGuessed, row.address.address?.domain.contains("xn--") == true else {
            return nil
        }
        let reason =
            "The domain of the address has letters beyond ASCII, and the encoding of the file is a "
            + "guess. Look at them with preview, and plan with --encoding."
        return (reason, addressColumn)
    }

    private var addressColumn: String? {
        mapping.first(.email).map { mapping.headers[$0] }
    }
}

extension [RowStart] {
    /// Keeps those that fulfil a condition; if none does, says so and keeps all.
    fileprivate mutating func keep(_ isKept: (RowStart) throws -> Bool) rethrows -> Bool {
        let kept = try filter(isKept)
        if !kept.isEmpty { self = kept }
        return !kept.isEmpty
    }
}

extension StatusCell {
    fileprivate var doubt: String? {
        switch self {
        case .active, .cancelled: nil
        case .doubtful:
            "The status leaves open whether the appointment still stands. Find out, and correct it."
        case .unknown:
            "The status is not known. Find out whether the appointment still stands."
        }
    }
}
