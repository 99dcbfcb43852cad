/// What a list can tell of somebody.
///
/// In German, unlike everything the program says to its operator: the lists are handed on to people
/// who phone, write or stand at the entrance, and who have never seen the program. No column tells
/// an address or what the appointment was for.
enum ListColumn {
    case way, start, site, name, firstName, phone, reference, cause, row
    /// Empty, to be ticked off: several people work with one list.
    case done

    /// Only what each kind of list is worked with; everything if it is no kind in particular.
    ///
    /// Whoever writes letters must look the addresses up, since none is kept here: for that the
    /// booking reference. At the entrance people say their name, and others look at the list: no
    /// first name, no number, no reason.
    static func columns(of way: ContactChannel?) -> [Self] {
        switch way {
        case .phone: [.start, .site, .name, .firstName, .phone, .cause, .row, .done]
        case .letter: [.start, .site, .name, .firstName, .reference, .cause, .row, .done]
        case .door: [.start, .site, .name, .done]
        case nil:
            [.way, .start, .site, .name, .firstName, .phone, .reference, .cause, .row, .done]
        }
    }

    var title: String {
        switch self {
        case .way: "Weg"
        case .start: "Termin"
        case .site: "Ort"
        case .name: "Name"
        case .firstName: "Vorname"
        case .phone: "Telefon"
        case .reference: "Buchungsnummer"
        case .cause: "Grund"
        case .row: "Zeile"
        case .done: "Erledigt"
        }
    }

    func cell(of entry: ContactList.Entry) -> SafeCell {
        let person = entry.person
        let name = person.contact.name
        return switch self {
        case .way: SafeCell(text: entry.way.german)
        case .start: Self.start(of: person)
        case .site: SafeCell(text: person.contact.site)
        // A whole name that stands in one column of the schedule is not split by guess.
        case .name: SafeCell(text: name.last ?? name.full ?? name.first)
        case .firstName: SafeCell(text: name.last == nil ? nil : name.first)
        case .phone: SafeCell(text: person.contact.phone ?? Self.unusableNumber(of: person.contact))
        case .reference: SafeCell(text: person.contact.reference)
        case .cause: SafeCell(text: person.cause.german)
        case .row: SafeCell(number: person.row)
        case .done: SafeCell(text: nil)
        }
    }
}

extension ListColumn {
    /// There was a number, and whoever looks the person up must not take it for none.
    static func unusableNumber(of contact: Contact) -> String? {
        contact.roundedPhone.map { "unbrauchbar, von einer Tabelle gerundet: \($0)" }
    }

    /// A call is made once, so both appointments of a row stand in its one line.
    private static func start(of person: UnreachedPerson) -> SafeCell {
        guard let start = person.start else { return SafeCell(text: "unklar") }
        let first = SafeCell(time: start.local)
        guard let second = person.second else { return first }
        return SafeCell(text: "\(first.text) und \(SafeCell(time: second.local).text)")
    }
}

extension ContactChannel {
    package var german: String {
        switch self {
        case .phone: "Telefon"
        case .letter: "Brief"
        // Not “Aushang”: a list with names must not be put up.
        case .door: "vor Ort"
        }
    }
}
