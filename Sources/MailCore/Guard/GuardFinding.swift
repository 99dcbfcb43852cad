/// Why the guard will not let a message go.
///
/// Names the rule and the place, and the other row if there is one; never a value.
package enum GuardFinding: Hashable, Sendable, CustomStringConvertible {
    /// What identifies a person.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case address, name, phone, reference
        /// A day or a time of day.
        case moment
    }

    /// What a message prints of its recipient's row.
    package enum Column: String, Hashable, Sendable, CaseIterable {
        case name, place, reference
    }

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

    /// Whether a person can answer it, so that it holds back no message but this one.
    package var isQuestion: Bool {
        switch self {
        case .inCell, .inLetter: true
        case .octet, .longLine, .leadingDot, .header, .headerCount, .headerValue, .recipient, .part,
            .foreign, .appointment:
            false
        }
    }

    package var description: String {
        switch self {
        case .octet(let line): "line \(line) holds an octet that is not plain text"
        case .longLine(let line): "line \(line) is too long"
        case .leadingDot(let line): "line \(line) begins with a dot"
        case .header(let name): "the header field \(name) is not allowed"
        case .headerCount(let name): "the header field \(name) does not occur exactly once"
        case .headerValue(let name):
            "the header field \(name) does not say what this program writes"
        case .recipient: "To is not exactly the address of this message's recipient"
        case .part: "a part has a type or encoding that this program does not write"
        case .foreign(let kind, let place, let row):
            "\(kind.words) in the \(place) is neither the recipient's nor the authority's"
                + (row.map { "; it is that of row \($0)" } ?? "")
        case .inCell(let kind, let column, let row):
            "its \(column.rawValue) holds \(kind.words)"
                + (row.map { " that is also that of row \($0)" } ?? "")
        case .inLetter(let kind, let row):
            "the letter itself tells everybody \(kind.words) that is also that of row \(row)"
        case .appointment(let place):
            "the \(place) does not tell exactly the days, times and places of its row"
        }
    }
}

extension GuardFinding.Kind {
    /// With its article.
    var words: String {
        switch self {
        case .address: "an address"
        case .name: "a name"
        case .phone: "a phone number"
        case .reference: "a booking reference"
        case .moment: "a day or a time"
        }
    }
}
