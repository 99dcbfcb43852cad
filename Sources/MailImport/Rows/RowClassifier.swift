import MailCore
import struct Foundation.Date

/// Gives each row its class: the first that applies, in the order of `RowClass`.
///
/// `rejected` is decided before a row can be read, `collective-address` after all rows are.
struct RowClassifier {
    private let selection: Selection
    private let mapping: ColumnMapping
    private let notice: (Contact, AppointmentTime) throws -> EarlierNotice
    private let today: LocalDay
    private let asOf: Double
    private var services: ChosenValues
    private var sites: ChosenValues
    private var earlier: Set<AppointmentKey> = []
    private let realRows: Set<Int>
    private let doubts: RowDoubts
    /// Those of them that would be test rows otherwise.
    private(set) var takenForReal: Set<Int> = []

    init(
        selection: Selection,
        mapping: ColumnMapping,
        realRows: Set<Int>,
        isEncodingGuessed: Bool,
        notice: @escaping (Contact, AppointmentTime) throws -> EarlierNotice
    ) throws(ScheduleError) {
        self.selection = selection
        self.mapping = mapping
        self.realRows = realRows
        doubts = RowDoubts(
            selection: selection,
            mapping: mapping,
            isEncodingGuessed: isEncodingGuessed
        )
        self.notice = notice
        asOf = selection.asOf.timeIntervalSince1970
        today = LocalDay(of: selection.asOf, in: selection.timeZone)
        services = ChosenValues("service", selection.services)
        sites = ChosenValues("site", selection.sites)
        try services.requireColumn(!mapping.filters.isEmpty)
        try sites.requireColumn(mapping.first(.site) != nil)
    }

    /// Must be called for the rows in file order: a duplicate is the later one.
    ///
    /// - Throws: Whatever `notice` throws.
    mutating func judge(_ row: ScheduleRow) throws -> RowJudgement {
        var meant = row.starts
        var judgement = try judge(row, &meant)
        judgement.starts = meant.compactMap(\.reading.start).sorted()
        if takenForReal.contains(row.row) {
            judgement.reasons.append(.takenForReal)
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
            return RowJudgement(.testOrBlock, .testOrBlock)
        }
        guard meant.keep({ !isOutside($0.reading) }) else {
            return RowJudgement(.outOfWindow, reasons: Self.outsideReasons, column: nil)
        }
        if !isService, !row.hasNoService {
            return RowJudgement(.otherService, .anotherService)
        }
        if !isSite, row.contact.site != nil {
            return RowJudgement(.otherService, .anotherSite)
        }
        if row.status == .cancelled {
            return RowJudgement(.alreadyCancelled, .cancelledByStatus, column: row.statusColumn)
        }
        guard meant.keep({ !isPast($0.reading) }) else {
            return RowJudgement(.past, .past)
        }
        guard meant.keep({ !isRepeated($0.reading, of: row) }) else {
            return RowJudgement(.duplicate, .repeated)
        }
        let notices = try meant.map { try earlierNotice(of: $0.reading, to: row.contact) }
        guard notices.contains(where: { $0 != .same }) else {
            return RowJudgement(.alreadyNotified, .toldBefore)
        }
        meant = zip(meant, notices).filter { $0.1 != .same }.map(\.0)
        return judgeDoubts(row, meant, mayBeTold: notices.contains(.perhaps)) ?? filler(row)
            ?? row.address.judgement(hasPhone: row.contact.phone != nil, column: addressColumn)
    }

    /// Must be called after the last row.
    func finish() throws(ScheduleError) {
        let births = BirthYears(asOf: today.year)
        try services.requireRows(births: births)
        try sites.requireRows(births: births)
    }

    static let outsideReasons: [RowReason] = [.notOnChosenDay]

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

    private func earlierNotice(
        of reading: StartReading,
        to contact: Contact
    ) throws -> EarlierNotice {
        try reading.start.map { try notice(contact, $0) } ?? .none
    }

    private func judgeDoubts(
        _ row: ScheduleRow,
        _ meant: [RowStart],
        mayBeTold: Bool
    ) -> RowJudgement? {
        let doubts = doubts.all(about: row, meant, mayBeTold: mayBeTold)
        guard !doubts.isEmpty else { return nil }
        let isHalf = meant.count > 1 && meant.contains { $0.reading.start == nil }
        var judgement = RowJudgement(
            .needsDecision,
            reasons: doubts.map(\.reason),
            column: doubts.lazy.compactMap(\.column).first
        )
        if isHalf {
            judgement.isHalfKnown = true
            judgement.reasons.append(.halfKnown)
        }
        return judgement
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
