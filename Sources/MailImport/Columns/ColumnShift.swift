import MailCore

/// Watches whether the addresses belong to the names beside them, or to those of other rows.
///
/// Somebody who deletes a cell, or sorts one column alone, moves addresses to other people, and
/// every row keeps its number of fields. About half of all mailboxes are spelled like their
/// owner's name; when a column has moved, they are like the name so many rows above or below
/// instead. For each distance a score counts the rows in which the neighbour's name fits and the
/// own does not, against those in which it is the other way round: families, people with two rows
/// and mailboxes like nobody's name change neither much. A score that rises high enough is proof,
/// and it rose from zero where the shift begins.
struct ColumnShift {
    /// Where a shift begins.
    struct Finding: Hashable {
        let row: Int
        let line: Int
        /// How many rows further down the name stands that fits; negative above.
        let distance: Int
    }

    /// The proof that a column has moved; nil without one.
    private(set) var finding: Finding?
    private var compared = 0
    private var alike = 0
    private var sortedAlone = SortedAlone()
    /// The rows before, the last one last.
    private var recent: [Slot] = []
    private var runs: [Int: Run] = [:]

    /// How far a column may have moved.
    static let reach = 3
    /// Fewer rows are no statement about a whole file.
    static let least = 200

    private struct Slot {
        let row: Int
        let line: Int
        let name: NameLetters?
        let mailbox: [UInt8]?
        let isAlike: Bool
    }

    /// Takes the next row.
    mutating func take(_ row: ScheduleRow) {
        guard finding == nil else { return }
        let name = row.person.flatMap { NameLetters(folded: $0) }
        let mailbox = row.address.address.map(NameLetters.letters)
        let isAlike = name.flatMap { name in mailbox.map(name.resemble) } ?? false
        if let name, let mailbox {
            compared += 1
            alike += isAlike ? 1 : 0
            sortedAlone.take(name, mailbox)
        }
        let slot = Slot(
            row: row.row,
            line: row.line,
            name: name,
            mailbox: mailbox,
            isAlike: isAlike
        )
        for (distance, earlier) in zip(1..., recent.reversed()) {
            compare(slot, with: earlier, at: -distance)
            compare(earlier, with: slot, at: distance)
        }
        keep(slot)
    }

    /// Takes a row of which nothing is known.
    mutating func skip() {
        keep(Slot(row: 0, line: 0, name: nil, mailbox: nil, isAlike: false))
    }

    /// - Throws: `ScheduleError` if a column has moved.
    func requireUnmoved() throws(ScheduleError) {
        guard let finding else { return }
        let distance = abs(finding.distance)
        let place =
            finding.distance < 0
            ? Sentence(
                en: "\(distance, "row", "rows") above",
                de: "\(distance, "Zeile", "Zeilen") darüber"
            )
            : Sentence(
                en: "\(distance, "row", "rows") below",
                de: "\(distance, "Zeile", "Zeilen") darunter"
            )
        throw ScheduleError(
            line: finding.line,
            row: finding.row,
            message: Sentence(
                en:
                    "From about here on, the e-mail addresses are not like the names beside them but like the names \(place): a column was moved "
                    + "or sorted without the others, and people would get each other's messages. Export the schedule again, and leave it as it is.",
                de:
                    "Etwa ab hier passen die E-Mail-Adressen nicht zu den Namen daneben, sondern zu denen \(place): Eine Spalte wurde ohne die "
                    + "anderen verschoben oder sortiert, und die Nachrichten gingen an die falschen Personen. Exportieren Sie die Terminliste noch "
                    + "einmal, und lassen Sie sie, wie sie ist."
            )
        )
    }

    /// What is odd about the file as a whole; nil where nothing is.
    ///
    /// A column that was sorted alone leaves no order among the neighbours. Where its mailboxes are
    /// not even like other rows' names, a call centre may have made them up; so this is a warning.
    var warning: PlanWarning? {
        if let warning = sortedAlone.warning { return warning }
        guard compared >= Self.least, alike * 10 < compared else { return nil }
        return .unlikeNames(alike: alike, compared: compared)
    }

    private mutating func keep(_ slot: Slot) {
        recent.append(slot)
        if recent.count > Self.reach { recent.removeFirst() }
    }

    /// Compares the address of one row with the name of another.
    private mutating func compare(_ slot: Slot, with other: Slot, at distance: Int) {
        guard let mailbox = slot.mailbox, slot.name != nil, let name = other.name else { return }
        var run = runs[distance] ?? Run()
        run.add(isAlike: slot.isAlike, isOther: name.resemble(mailbox), slot.row, slot.line)
        runs[distance] = run
        guard run.isProof, finding == nil else { return }
        finding = Finding(row: run.row, line: run.line, distance: distance)
    }

    /// A cumulative sum: it never falls below zero, and remembers where it last left it.
    private struct Run {
        private(set) var row = 0
        private(set) var line = 0
        private var score = 0

        /// Twelve rows more than can be explained otherwise.
        var isProof: Bool { score >= 12 * 8 }

        mutating func add(isAlike: Bool, isOther: Bool, _ row: Int, _ line: Int) {
            switch (isAlike, isOther) {
            case (true, true): break
            case (true, false): score = max(0, score - 16)
            // Rows that say nothing let chance hits wear off.
            case (false, false): score = max(0, score - 1)
            case (false, true):
                if score == 0 { (self.row, self.line) = (row, line) }
                score += 8
            }
        }
    }
}
