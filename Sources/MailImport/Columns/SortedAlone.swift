import MailCore

/// Whether a column was sorted without the others, so that addresses stand beside names of people
/// anywhere else in the file.
///
/// The first rows are compared each with each: where the columns belong together, most mailboxes that
/// are spelled like anybody's name are spelled like their own row's. Mailboxes like nobody's name,
/// such as those that a call centre makes up, say nothing.
struct SortedAlone {
    /// So many rows are compared: the time grows with their square.
    private static let sample = 300
    /// Fewer may be families, or chance.
    private static let least = 12

    private var rows: [(name: NameLetters, mailbox: [UInt8])] = []

    /// Takes the next row that has a name and a mailbox.
    mutating func take(_ name: NameLetters, _ mailbox: [UInt8]) {
        if rows.count < Self.sample { rows.append((name, mailbox)) }
    }

    /// What is odd about the first rows; nil where nothing is.
    var warning: PlanWarning? {
        let strangers = rows.filter { !$0.name.resemble($0.mailbox) }
        let own = rows.count - strangers.count
        // One mailbox on many rows is an authority's that books for others.
        let misplaced = Set(strangers.map(\.mailbox)).count { mailbox in
            rows.contains { $0.name.resemble(mailbox) }
        }
        guard misplaced >= Self.least, misplaced > 4 * own else { return nil }
        return .sortedAlone(misplaced: misplaced, compared: rows.count, own: own)
    }
}
