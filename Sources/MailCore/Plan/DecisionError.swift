/// Why a decision cannot be taken; then nothing has changed (exit code 3, or 64 for a row that is not
/// there).
///
/// Never personal data.
package enum DecisionError: Error, Hashable, Sendable, CustomStringConvertible {
    case noSuchRow(Int)
    case noSuchValue(Int)
    case begun(campaign: String)
    case erased(campaign: String)
    /// Nothing of the person was kept.
    case nothingKept(Int, RowClass)
    case getsMessage(Int)
    case noPhone(Int)
    case leftover(Int)
    case alreadyTold(Int, by: Int)
    case toldBefore(Int)
    case ownAddress(Int)
    case collective(Int)
    /// The address is that of other people in these rows, and nobody said that they share it.
    case shared(Int, with: [Int])
    /// The address is not that of the row that was named.
    case notShared(Int, with: Int)
    case startNeeded(Int)
    case startKnown(Int, AppointmentTime)
    case startOutside(Int, first: String, last: String)
    case halfKnown(Int)
    case over(Int)
    case notWritable(Int, RenderError)
    case guarded(Int, GuardFinding)

    /// Whether rows of a campaign can be decided at all.
    package static func check(
        _ campaign: String,
        hasBegun: Bool,
        isErased: Bool
    ) throws(DecisionError) {
        guard !isErased else { throw .erased(campaign: campaign) }
        guard !hasBegun else { throw .begun(campaign: campaign) }
    }

    package var description: String { "\(what); nothing was changed" }

    private var what: String {
        switch self {
        case .noSuchRow(let row): "row \(row): there is no such row; see: einzelpost rows"
        case .noSuchValue(let value):
            "value \(value): this campaign asks about no such value; see: einzelpost rows"
        case .begun(let campaign):
            "sending of \(campaign) has begun, so its rows can no longer be decided. Reach these "
                + "people another way, or correct the export and plan again: whoever has been "
                + "told by then is already-notified"
        case .erased(let campaign): "\(campaign) has been erased; nothing can be decided"
        case .nothingKept(let row, let rowClass):
            "row \(row) is \(rowClass.rawValue): \(rowClass.whyNothingIsKept), so nothing was kept "
                + "of this person and there is nobody to write to. If that is wrong, correct the "
                + "export and plan again"
        case .getsMessage(let row):
            "row \(row): belongs to a message already; to take that out: einzelpost withdraw"
        case .noPhone(let row):
            "row \(row): the schedule has no phone number of this person; say --leave-out, and "
                + "the row goes to those who get a letter or a notice at the door"
        case .leftover(let row):
            "row \(row): name, site or reference holds a link, or a leftover such as #NV or {{…}}, "
                + "which the message would print; correct the export and plan again, or say "
                + "--phone or --leave-out"
        case .alreadyTold(let row, let other):
            "row \(row): the message for row \(other) tells this person of just this appointment; "
                + "say --leave-out"
        case .toldBefore(let row):
            "row \(row): an earlier campaign has told this person of this appointment; say "
                + "--leave-out"
        case .ownAddress(let row):
            "row \(row): that address is the authority's own; ask for the person's, or say --phone "
                + "or --leave-out"
        case .collective(let row):
            "row \(row): with this row, that address would stand on five or more different people, "
                + "so it belongs to an authority and not to a person; say --phone or --leave-out"
        case .shared(let row, let others):
            "row \(row): that is the address of somebody else, in row "
                + others.map { "\($0)" }.joined(separator: ", ")
                + "; look whose it is. If both share it, say so: --shared-with \(others[0])"
        case .notShared(let row, let other):
            "row \(row): row \(other) has no such address; leave --shared-with out"
        case .startNeeded, .startKnown, .startOutside, .halfKnown, .over, .notWritable, .guarded:
            whatOfMessage
        }
    }

    private var whatOfMessage: String {
        switch self {
        case .startNeeded(let row):
            "row \(row): the schedule does not say for certain when the appointment begins; find "
                + "it out and say it, in local time: --start 2021-03-16T09:10"
        case .startKnown(let row, let start):
            "row \(row): the schedule says when the appointment begins, \(start.iso8601); leave "
                + "--start out. If the schedule is wrong, correct the export and plan again"
        case .startOutside(let row, let first, let last):
            "row \(row): --start is not on a day of this campaign, \(first) to \(last)"
        case .halfKnown(let row):
            "row \(row): it holds two appointments, and one of them is not certain, so a message would "
                + "tell the other alone; correct the export and plan again, or say --phone or "
                + "--leave-out"
        case .over(let row):
            "row \(row): the appointment has begun or is over; say --phone or --leave-out"
        case .notWritable(let row, let reason): "row \(row): no message can be written: \(reason)"
        case .guarded(let row, let finding):
            "row \(row): the guard will not let its message go: \(finding). Say --phone or "
                + "--leave-out, --value if rows asks about one, or correct the export and plan again"
        case .noSuchRow, .noSuchValue, .begun, .erased, .nothingKept, .getsMessage, .noPhone,
            .leftover,
            .alreadyTold, .toldBefore, .ownAddress, .collective, .shared, .notShared:
            ""
        }
    }
}

extension RowClass {
    /// For the sentence that says why such a row cannot be decided.
    fileprivate var whyNothingIsKept: String {
        switch self {
        case .rejected: "it could not be read"
        case .testOrBlock: "its name or address is one of a test or of a blocked slot"
        case .outOfWindow: "its appointment is not on a chosen day"
        case .otherService: "its service or site was not chosen"
        case .alreadyCancelled: "its status says that it was cancelled"
        case .past: "its appointment had begun or was over at planning"
        case .duplicate: "an earlier row is the same appointment"
        case .alreadyNotified: "an earlier campaign has told this person"
        case .needsDecision, .noEmail, .noContact, .invalidEmail, .placeholder, .multiAddress,
            .collectiveAddress, .unsendable, .send:
            "the personal data has gone"
        }
    }
}
