import struct Foundation.Date

/// Gives each row its class: the first that applies, in the order of `RowClass`.
///
/// `rejected` is decided before a row can be read, `collective-address` after all rows are.
struct RowClassifier {
    private let selection: Selection
    private let mapping: ColumnMapping
    private let isNotified: (Contact, AppointmentTime) -> Bool
    private let today: LocalDay
    private let asOf: Double
    private var services: Choice
    private var sites: Choice
    private var earlier: Set<AppointmentKey> = []

    init(
        selection: Selection,
        mapping: ColumnMapping,
        isNotified: @escaping (Contact, AppointmentTime) -> Bool
    ) throws(ScheduleError) {
        self.selection = selection
        self.mapping = mapping
        self.isNotified = isNotified
        asOf = selection.asOf.timeIntervalSince1970
        var clock = ZoneClock(zone: selection.timeZone)
        today = clock.time(atEpoch: Int(asOf.rounded(.down))).local.day
        services = Choice("service", selection.services)
        sites = Choice("site", selection.sites)
        try services.requireColumn(!mapping.all(.service).isEmpty)
        try sites.requireColumn(mapping.first(.site) != nil)
    }

    /// Must be called for the rows in file order: a duplicate is the later one.
    mutating func judge(_ row: ScheduleRow) -> RowJudgement {
        let isService = services.admits(row.services)
        let isSite = sites.admits([row.contact.site ?? ""])
        if TestRow.isRecognised(person: row.person, address: row.address) {
            return RowJudgement(
                .testOrBlock,
                "The name or address is one of a test or of a blocked slot. "
                    + "If it is a real person, tell them another way."
            )
        }
        if isOutside(row) { return RowJudgement(.outOfWindow, "Not on a chosen day.") }
        if !isService { return RowJudgement(.otherService, "Another service.") }
        if !isSite { return RowJudgement(.otherService, "Another site.") }
        if row.status == .cancelled {
            return RowJudgement(.alreadyCancelled, "The status says so.", column: row.statusColumn)
        }
        if isPast(row) { return RowJudgement(.past, "The appointment has begun or is over.") }
        return judgeKnown(row) ?? judgeDoubts(row)
            ?? row.address.judgement(hasPhone: row.contact.phone != nil, column: addressColumn)
    }

    /// Must be called after the last row.
    func finish() throws(ScheduleError) {
        try services.requireRows()
        try sites.requireRows()
    }

    private func isOutside(_ row: ScheduleRow) -> Bool {
        func isOut(_ reading: StartReading) -> Bool {
            reading.day.map { !selection.days.contains($0) } ?? false
        }
        return isOut(row.start) && (row.second.map(isOut) ?? true)
    }

    private func isPast(_ row: ScheduleRow) -> Bool {
        func isOver(_ reading: StartReading) -> Bool {
            if let start = reading.start { return Double(start.epochSeconds) < asOf }
            return reading.day.map { $0 < today } ?? false
        }
        return isOver(row.start) && (!isSecondMeant(row) || (row.second.map(isOver) ?? true))
    }

    private mutating func judgeKnown(_ row: ScheduleRow) -> RowJudgement? {
        guard let start = row.start.start else { return nil }
        if let key = AppointmentKey(row, start), !earlier.insert(key).inserted {
            return RowJudgement(.duplicate, "The same appointment as in an earlier row.")
        }
        guard isNotified(row.contact, start) else { return nil }
        return RowJudgement(.alreadyNotified, "Told by an earlier campaign.")
    }

    private func judgeDoubts(_ row: ScheduleRow) -> RowJudgement? {
        let doubts = [startDoubt(row), secondDoubt(row), guestDoubt(row), statusDoubt(row)]
            .compactMap(\.self)
        guard !doubts.isEmpty else { return nil }
        return RowJudgement(
            .needsDecision,
            reasons: doubts.map(\.reason),
            column: doubts.lazy.compactMap(\.column).first
        )
    }

    private typealias Doubt = (reason: String, column: String?)

    private func startDoubt(_ row: ScheduleRow) -> Doubt? {
        guard case .unclear(_, let reason, let isAboutTime) = row.start else { return nil }
        return (reason, startColumn(isAboutTime: isAboutTime))
    }

    private func secondDoubt(_ row: ScheduleRow) -> Doubt? {
        guard isSecondMeant(row) else { return nil }
        let reason =
            "The row holds a second appointment that may be on a chosen day. Give each appointment "
            + "a row of its own."
        return (reason, mapping.first(.second).map { mapping.headers[$0] })
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

    /// Whether a second appointment of the row is, or may be, inside the window.
    private func isSecondMeant(_ row: ScheduleRow) -> Bool {
        guard let second = row.second else { return false }
        return second.day.map(selection.days.contains) ?? true
    }

    private var addressColumn: String? {
        mapping.first(.email).map { mapping.headers[$0] }
    }

    private func startColumn(isAboutTime: Bool) -> String? {
        let day = mapping.first(.start) ?? mapping.first(.date)
        let column = isAboutTime ? mapping.first(.time) ?? day : day
        return column.map { mapping.headers[$0] }
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
