/// Why the guard will not let a message go.
///
/// Names the rule and the place, and the other row if there is one; never a value.
package enum GuardFinding: Coded, Worded {
    package typealias Kind = PersonalKind
    package typealias Column = PrintedColumn

    /// An octet outside printable ASCII, TAB, and CRLF pairs.
    case octet(line: Int)
    /// Longer than 998 octets in the header, 76 in the body.
    case longLine(line: Int)
    /// A line begins with a dot.
    case leadingDot(line: Int)
    /// A header field outside the closed list, or one that cannot be read.
    case header(name: String)
    /// A header field that must stand exactly once stands more often, or not at all.
    case headerCount(name: String)
    /// A header field that says nothing of the recipient says something unexpected.
    case headerValue(name: String)
    /// `To` is not exactly the one bare address of this recipient.
    case recipient
    /// A part whose type or encoding is not one this program writes.
    case part
    /// A value that neither the letter nor a cell of the recipient's row has brought there; the row it
    /// belongs to, if it is one of this campaign.
    case foreign(Kind, place: String, row: Int?)
    /// A value in the recipient's own cell that may be somebody else's; the row it belongs to, if it
    /// is one of this campaign.
    case inCell(Kind, column: Column, row: Int?)
    /// A whole name, a number or a reference that the letter itself tells everybody, and that is also
    /// this row's.
    case inLetter(Kind, row: Int)
    /// A part that does not tell exactly the days, times and places of its row.
    case appointment(place: String)

    private enum CodingKeys: String, CodingKey {
        case octet
        case longLine = "long-line"
        case leadingDot = "leading-dot"
        case header
        case headerCount = "header-count"
        case headerValue = "header-value"
        case recipient, part, foreign
        case inCell = "in-cell"
        case inLetter = "in-letter"
        case appointment
    }

    private enum ForeignCodingKeys: String, CodingKey {
        case _0 = "kind"
        case place, row
    }

    private enum InCellCodingKeys: String, CodingKey {
        case _0 = "kind"
        case column, row
    }

    private enum InLetterCodingKeys: String, CodingKey {
        case _0 = "kind"
        case row
    }

    /// Whether a person can answer it, so that it holds back no message but this one.
    package var isQuestion: Bool {
        switch self {
        case .inCell, .inLetter: true
        case .octet, .longLine, .leadingDot, .header, .headerCount, .headerValue, .recipient, .part,
            .foreign, .appointment:
            false
        }
    }

    package var words: Sentence {
        switch self {
        case .octet(let line):
            Sentence(
                en: "line \(line) holds an octet that is not plain text",
                de: "Textzeile \(line) enthält ein Zeichen, das kein einfacher Text ist"
            )
        case .longLine(let line):
            Sentence(en: "line \(line) is too long", de: "Textzeile \(line) ist zu lang")
        case .leadingDot(let line):
            Sentence(
                en: "line \(line) begins with a dot",
                de: "Textzeile \(line) beginnt mit einem Punkt"
            )
        case .header(let name):
            Sentence(
                en: "the header field \(name) is not allowed",
                de: "die Kopfzeile \(name) ist nicht zugelassen"
            )
        case .headerCount(let name):
            Sentence(
                en: "the header field \(name) does not occur exactly once",
                de: "die Kopfzeile \(name) kommt nicht genau einmal vor"
            )
        case .headerValue(let name):
            Sentence(
                en: "the header field \(name) does not say what this program writes",
                de: "in der Kopfzeile \(name) steht nicht, was dieses Programm schreibt"
            )
        case .recipient:
            Sentence(
                en: "To is not exactly the address of this message's recipient",
                de: "„An“ (To) ist nicht genau die Adresse des Empfängers dieser Nachricht"
            )
        case .part:
            Sentence(
                en: "a part has a type or encoding that this program does not write",
                de: "ein Teil hat eine Art oder Kodierung, die dieses Programm nicht schreibt"
            )
        case .foreign, .inCell, .inLetter, .appointment: aboutValues
        }
    }

    private var aboutValues: Sentence {
        switch self {
        case .foreign(let kind, let place, let row):
            Sentence(
                en: "\(kind.words) in the \(place) is neither the recipient's nor the authority's"
                    + "\(row.map { "; it is that of row \($0)" } ?? "")",
                de: "\(kind.words) in „\(place)“ gehört weder zum Empfänger noch zur Behörde"
                    + "\(row.map { ", sondern zu Zeile \($0)" } ?? "")"
            )
        case .inCell(let kind, let column, let row):
            AskedValue.Place.cell(kind: kind, column: column, row: row).words
        case .inLetter(let kind, let row): AskedValue.Place.letter(kind: kind, row: row).words
        case .appointment(let place):
            Sentence(
                en: "the \(place) does not tell exactly the days, times and places of its row",
                de: "„\(place)“ nennt nicht genau die Tage, Zeiten und Orte seiner Zeile"
            )
        case .octet, .longLine, .leadingDot, .header, .headerCount, .headerValue, .recipient, .part:
            .empty
        }
    }
}
