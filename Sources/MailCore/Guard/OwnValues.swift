/// What one message may tell: its own recipient's name, places, times and references.
struct OwnValues {
    /// Keys of names, and of parts of a name that may belong to somebody else as well.
    private(set) var names: Set<UInt64> = []
    private(set) var codes: Set<UInt64> = []
    /// The rows the message answers.
    let rows: [Int32]
    /// The last characters of each reference, as the message prints them.
    private(set) var endings: Set<UInt64> = []

    init(_ recipient: Recipient, in values: CampaignValues) {
        rows = recipient.appointments.map { Int32(clamping: $0.row) }
        let name = recipient.name
        let reversed = [name.last, name.first].compactMap(\.self).joined(separator: " ")
        for text in [name.display ?? "", reversed] { add(everythingOf: WordList(text)) }
        for appointment in recipient.appointments {
            for text in GermanCalendar.written(appointment.start.local) {
                add(everythingOf: WordList(text))
            }
            if let site = appointment.site {
                let list = WordList(site)
                if values.isPlace(site) { add(everythingOf: list) } else { add(list) }
            }
            if let reference = appointment.reference { add(reference: reference) }
        }
    }

    /// The words alone: two of them in a row may still be somebody else's name.
    private mutating func add(_ list: WordList) {
        for word in list.words {
            names.insert(ValueKey.name(sum: word.hash, words: 1))
        }
    }

    private mutating func add(everythingOf list: WordList) {
        names.formUnion(list.names)
        codes.formUnion(list.codes)
    }

    private mutating func add(reference: String) {
        let list = WordList(reference)
        add(list)
        if let key = ValueKey.reference(list.octets[...]) { codes.insert(key) }
        if let first = WordList(String(reference.suffix(4))).words.first {
            endings.insert(first.hash)
        }
    }
}
