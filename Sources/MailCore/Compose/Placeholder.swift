/// What a template may insert.
///
/// A closed list, in German because template authors write German; vaccine, dose and birth date are
/// not in it and so cannot be inserted.
enum Placeholder: String, CaseIterable {
    case vorname, nachname, name, anrede
    case termine, datum, uhrzeit, ort, buchungsnummer
    /// The first appointment's day as the subject writes it: `Dienstag, 16.03.2021`.
    case tag
    /// Set when the message cancels more than one appointment.
    case mehrere
    case behoerde, anschrift, telefon, email, internetseite, impressum, datenschutz
    case hotline
    case hotlineZeiten = "hotline_zeiten"
    case absender
    /// Where the authority tells the same in public; nothing unless the configuration says so.
    case hinweisseite
    case datenschutzKontakt = "datenschutz_kontakt"
    case aufsicht

    /// Whether it only means something inside the section `termine`.
    var belongsToAppointment: Bool {
        switch self {
        case .datum, .uhrzeit, .ort, .buchungsnummer: true
        default: false
        }
    }

    /// Whether it may open a section (`{{#name}}`): the list of appointments, and whatever a
    /// person or an authority may lack.
    var opensSection: Bool {
        switch self {
        case .termine, .mehrere, .vorname, .nachname, .name, .ort, .buchungsnummer, .hinweisseite,
            .datenschutzKontakt, .aufsicht:
            true
        default: false
        }
    }

    /// Whether it stands for a value, and not only for a section.
    var isValue: Bool { self != .termine && self != .mehrere }
}
