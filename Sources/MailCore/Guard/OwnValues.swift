/// What one message may tell: its own recipient's name, places, times and references.
struct OwnValues {
    /// Every word of the recipient's cells, dates and times.
    private(set) var phrases = Phrases()
    /// Keys of whole names that are the recipient's, whoever else is called so.
    private(set) var names: Set<UInt64> = []
    /// Keys of the recipient's own references, dates and times.
    private(set) var codes: Set<UInt64> = []
    /// The rows the message answers.
    let rows: [Int32]
    /// What stands behind a `…` in the recipient's cells.
    private(set) var endings: Set<UInt64> = []
    /// The cells the message prints; what is to be asked about them, `CellScan` tells.
    let cells: [OwnCell]

    /// - Parameters:
    ///   - recipient: Whose message it is.
    ///   - placeholders: What the letter prints.
    init(_ recipient: Recipient, printing placeholders: Set<String>) {
        rows = recipient.appointments.map { Int32(clamping: $0.row) }
        cells = OwnCell.cells(of: recipient, printing: placeholders)
        let name = recipient.name
        let reversed = [name.last, name.first].compactMap(\.self).joined(separator: " ")
        for text in [name.display ?? "", reversed] { names.formUnion(WordList(text).names) }
        for appointment in recipient.appointments {
            for text in GermanCalendar.written(appointment.start.local) {
                let list = WordList(text)
                phrases.add(list)
                names.formUnion(list.names)
                codes.formUnion(list.codes)
            }
            if let reference = appointment.reference {
                codes.formUnion(ValueKey.references(reference))
            }
        }
        for list in cells.flatMap(\.readings) {
            phrases.add(list)
            endings.formUnion(list.words.filter { $0.gap.contains(.ellipsis) }.map(\.hash))
        }
    }
}

/// A cell of the recipient's own row, as the letter prints it.
///
/// Personal data.
struct OwnCell {
    let column: GuardFinding.Column
    let text: String
    /// The words, as they stand there, and as an escape, an entity or a tag would be read.
    let readings: [WordList]

    /// Days and times in it.
    var moments: Set<Moment> { Set(readings.flatMap { Moment.all(in: $0).map(\.moment) }) }

    /// What it is recognised by in another message to the same row.
    var key: UInt64 { Self.key(column, text) }

    /// Of every cell that a letter can print of a row.
    static func keys(of contact: Contact) -> Set<UInt64> {
        let names = [contact.name.display, contact.name.first, contact.name.last]
        let cells =
            names.map { (GuardFinding.Column.name, $0) }
            + [(.place, contact.site), (.reference, contact.reference.map(Letter.ending))]
        return Set(cells.compactMap { column, text in text.map { key(column, $0) } })
    }

    private static func key(_ column: GuardFinding.Column, _ text: String) -> UInt64 {
        ValueKey.hash("\(column.rawValue) \(text)".utf8, seed: 7)
    }

    private init(_ column: GuardFinding.Column, _ text: String) {
        self.column = column
        self.text = text
        let octets = Array(text.utf8)
        let shown = octets.contains(UInt8(ascii: "<")) ? HTMLReading.words(of: octets) : nil
        readings = ([octets] + [Disguise.opened(octets), shown].compactMap(\.self)).map {
            WordList($0)
        }
    }

    static func cells(of recipient: Recipient, printing placeholders: Set<String>) -> [OwnCell] {
        var cells: [OwnCell] = []
        func add(_ column: GuardFinding.Column, _ text: String?, for names: Placeholder...) {
            guard let text, names.contains(where: { placeholders.contains($0.rawValue) }) else {
                return
            }
            if !cells.contains(where: { $0.column == column && $0.text == text }) {
                cells.append(OwnCell(column, text))
            }
        }
        add(.name, recipient.name.display, for: .name, .anrede)
        add(.name, recipient.name.first, for: .vorname)
        add(.name, recipient.name.last, for: .nachname)
        for appointment in recipient.appointments {
            add(.place, appointment.site, for: .ort)
            add(.reference, appointment.reference.map(Letter.ending), for: .buchungsnummer)
        }
        return cells
    }
}
