package import MailCore
import MailImport

/// What a file is, for a page: what was found, what can be chosen, what stands in the way.
///
/// No personal data: examples are masked.
package struct FileLook: Sendable {
    package struct Column: Sendable {
        package let header: String
        /// What it is used for, or why it is not.
        package let use: Sentence
        package let isUsed: Bool
        package let example: String?
    }

    /// A service or site with its rows.
    package struct Value: Sendable, Hashable {
        /// Of its column.
        package let header: String
        package let text: String
        package let rows: Int
    }

    /// The values of services or of sites, and how many rows have none that can be named.
    package struct Values: Sendable {
        package let named: [Value]
        package let others: Int

        /// Whether there is anything to choose.
        package var isChoice: Bool { named.count + (others > 0 ? 1 : 0) > 1 }
    }

    /// Something only a person can say, and what may be said.
    package struct Question: Sendable {
        package let words: Sentence
        package let answers: [FileAnswer]
    }

    package let name: String
    package let rows: Int
    /// How it is written, such as its encoding.
    package let form: Sentence
    package let addresses: (usable: Int, none: Int, unusable: Int)
    package let columns: [Column]
    package let days: [(day: LocalDay, rows: Int)]
    package let services: Values
    package let sites: Values
    package let warnings: [Sentence]
    /// Rows whose day or time is not certain, by the reason.
    package let doubts: [(why: Sentence, rows: Int)]
    /// Why it cannot be planned yet; empty if it can.
    package let questions: [Question]

    package var isPlannable: Bool { questions.isEmpty }

    package init(_ report: InspectReport) {
        let found = report.inspection
        name = report.name
        rows = found.rows
        form = found.form.pageWords
        addresses = (found.addresses.usable, found.addresses.none, found.addresses.unusable)
        columns = found.columns.map(Self.column)
        days = found.days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        services = Self.values(found.lists(of: .service) + found.lists(of: .dose))
        sites = Self.values(found.lists(of: .site))
        warnings = found.warnings.map(\.words)
        doubts = found.doubts.sorted { ($1.value, $0.key.kept) < ($0.value, $1.key.kept) }
            .map { ($0.key.words, $0.value) }
        let offers = Self.offers(found, report.next)
        questions = found.problems.map { problem in
            Question(
                words: problem.words,
                answers: Self.answers(to: problem, offers: offers)
            )
        }
    }

    private static func column(_ column: InspectedColumn) -> Column {
        guard case .used(let fields, _) = column.fate else {
            return Column(
                header: column.header,
                use: column.droppedBecause ?? .empty,
                isUsed: false,
                example: column.example
            )
        }
        return Column(
            header: column.header,
            use: fields.map(\.plainName).commas,
            isUsed: true,
            example: column.example
        )
    }

    private static func values(_ lists: [ValueList]) -> Values {
        let named = lists.flatMap { list in
            list.values.compactMap { value in
                value.text.map { Value(header: list.header, text: $0, rows: value.rows) }
            }
        }
        // A row has one value of each column; of several columns any one may name it.
        let others =
            lists.map { list in
                list.otherRows + list.emptyRows
                    + list.values.filter { $0.text == nil }.reduce(0) { $0 + $1.rows }
            }.min() ?? 0
        return Values(named: named, others: others)
    }

    private static func answers(to problem: ScheduleError, offers: [FileAnswer]) -> [FileAnswer] {
        if let question = problem.question { return question.answers.map(FileAnswer.init) }
        let closed = [
            ("--date-order", ReadingChoice.dateOrders),
            ("--hidden-rows", ReadingChoice.hiddenRowAnswers),
        ].first { problem.message.en.text.contains($0.0) }
        if let closed { return closed.1.map { FileAnswer(closed.0, $0) } }
        let named = FileAnswer.named(in: problem.message.en.text)
        return named.isEmpty ? offers : named
    }

    /// What may be missing, by the look of the file.
    private static func offers(_ found: ScheduleInspection, _ next: NextCommand) -> [FileAnswer] {
        let maps = found.suggestions.map {
            FileAnswer("--map", "\($0.field.rawValue)=\($0.header)")
        }
        let rows =
            found.headerRow == nil
            ? found.headerCandidates.sorted { $1.known.count < $0.known.count }.prefix(3)
                .map { FileAnswer("--header-row", "\($0.row)") } : []
        return sheets(found) + rows + maps
            + [next.dayInName.map { FileAnswer("--day", "\($0)") }].compactMap(\.self)
    }

    private static func sheets(_ found: ScheduleInspection) -> [FileAnswer] {
        guard case .workbook(let facts, _) = found.form, found.headerRow == nil else { return [] }
        return facts.otherSheets.filter { !$0.isHidden }.compactMap(\.name).prefix(8)
            .map { FileAnswer("--sheet", $0) }
    }
}

extension ScheduleField {
    /// What a page calls it.
    fileprivate var plainName: Sentence {
        switch self {
        case .email: Sentence(en: "e-mail address", de: "E-Mail-Adresse")
        case .start: Sentence(en: "day and time", de: "Tag und Uhrzeit")
        case .date: Sentence(en: "day", de: "Tag")
        case .time: Sentence(en: "time", de: "Uhrzeit")
        case .first: Sentence(en: "first name", de: "Vorname")
        case .last: Sentence(en: "family name", de: "Nachname")
        case .name: Sentence(en: "name", de: "Name")
        case .ref: Sentence(en: "reference", de: "Buchungsnummer")
        case .phone: Sentence(en: "telephone", de: "Telefon")
        case .site: Sentence(en: "site", de: "Ort")
        case .service: Sentence(en: "service", de: "Leistung")
        case .dose: Sentence(en: "which of several", de: "der wievielte")
        case .status: Sentence(same: "Status")
        case .zone: Sentence(en: "time zone", de: "Zeitzone")
        case .second: Sentence(en: "second appointment", de: "zweiter Termin")
        }
    }
}

extension ScheduleForm {
    /// How a file is written, in a few words.
    fileprivate var pageWords: Sentence {
        switch self {
        case .text(let form):
            Sentence(
                en: "text (CSV), \(form.encoding.rawValue)",
                de: "Text (CSV), \(form.encoding.rawValue)"
            )
        case .workbook: Sentence(storedList: description)
        }
    }
}
