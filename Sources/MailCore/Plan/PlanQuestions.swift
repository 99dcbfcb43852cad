/// The questions that a plan puts, while its messages are written.
struct PlanQuestions {
    /// What makes two messages ask the same.
    private struct Value: Hashable {
        /// Each as its column and its text.
        let cells: Set<[String]>
        /// Those whom the letter names.
        let named: [Int]
    }

    private var rows: [Value: [Int]] = [:]
    private var findings: [Value: [GuardFinding]] = [:]
    private let inLetter: [Int: GuardFinding]

    /// - Parameter inLetter: People of the campaign whom the letter itself names.
    init(inLetter: [GuardFinding]) {
        var byRow: [Int: GuardFinding] = [:]
        for finding in inLetter {
            if case .inLetter(_, let row) = finding { byRow[row] = byRow[row] ?? finding }
        }
        self.inLetter = byRow
    }

    /// Asks about every row of a message, since its person is reached once.
    ///
    /// - Parameters:
    ///   - found: What the guard has found in the message.
    ///   - recipient: Whose message it is.
    ///   - cells: Those that the guard asks about, each as its column and its text.
    /// - Returns: Whether there is something to ask.
    mutating func ask(
        _ found: [GuardFinding],
        about recipient: Recipient,
        cells: () -> Set<[String]>
    ) -> Bool {
        let rows = Set(recipient.appointments.map(\.row)).sorted()
        let named = rows.filter { inLetter[$0] != nil }
        let asked = found.filter(\.isQuestion)
        guard !(asked.isEmpty && named.isEmpty) else { return false }
        let value = Value(cells: asked.isEmpty ? [] : cells(), named: named)
        self.rows[value, default: []] += rows
        if findings[value] == nil { findings[value] = asked + named.compactMap { inLetter[$0] } }
        return true
    }

    /// All of them, numbered, and the rows as ones that a person must decide.
    func put(to rows: inout [ClassifiedRow]) -> [ValueQuestion] {
        let values = self.rows.map { (value: $0.key, rows: $0.value.sorted()) }
            .sorted { $0.rows[0] < $1.rows[0] }
        var numbers: [Int: Int] = [:]
        let questions = values.enumerated().map { place, entry in
            for row in entry.rows { numbers[row] = place }
            return ValueQuestion(
                number: place + 1,
                rows: entry.rows,
                columns: Set(entry.value.cells.map { $0[0] }).sorted(),
                asked: Self.asked(findings[entry.value] ?? [])
            )
        }
        guard !questions.isEmpty else { return [] }
        for place in rows.indices where rows[place].rowClass == .send {
            guard let number = numbers[rows[place].row] else { continue }
            rows[place].rowClass = .needsDecision
            if let reason = questions[number].reason { rows[place].reasons.append(reason) }
        }
        return questions
    }

    /// One of each kind.
    private static func asked(_ findings: [GuardFinding]) -> AskedValue {
        var seen: Set<String> = []
        return AskedValue(findings.filter { seen.insert($0.sort).inserted }.compactMap(\.asked))
    }
}

extension GuardFinding {
    /// Nil for what is no question.
    fileprivate var asked: AskedValue.Place? {
        switch self {
        case .inCell(let kind, let column, let row): .cell(kind: kind, column: column, row: row)
        case .inLetter(let kind, let row): .letter(kind: kind, row: row)
        case .octet, .longLine, .leadingDot, .header, .headerCount, .headerValue, .recipient,
            .part, .foreign, .appointment:
            nil
        }
    }

    /// What two findings have in common that differ only in whose the value is.
    fileprivate var sort: String {
        switch self {
        case .inCell(let kind, let column, _): "\(column) \(kind)"
        case .inLetter(let kind, _): "letter \(kind)"
        case .octet, .longLine, .leadingDot, .header, .headerCount, .headerValue, .recipient,
            .part, .foreign, .appointment:
            description
        }
    }
}
