import Mustache

/// Stands for a value the recipient does not have.
///
/// A section over it is skipped; where it is rendered all the same, it leaves a mark that no cell
/// can hold.
struct MissingValue: MustacheCustomRenderable, Sendable {
    let placeholder: Placeholder

    var isNull: Bool { true }
    var renderText: String { "\u{0}\(placeholder.rawValue)\u{0}" }

    /// The first missing placeholder that was rendered, if any.
    static func first(in rendered: String) -> String? {
        guard rendered.utf8.contains(0) else { return nil }
        let parts = rendered.split(separator: "\u{0}", omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : nil
    }
}

/// What one recipient brings into a letter, always in the same order.
struct LetterValues {
    enum Value {
        case text(String)
        case missing
        case flag(Bool)
        case list([LetterValues])
    }

    let entries: [(placeholder: Placeholder, value: Value)]

    /// The name of each placeholder in place of its value, for somebody with one appointment who has
    /// everything.
    static let named = LetterValues(entries: [
        named(.vorname), named(.nachname), named(.name), named(.anrede),
        (
            .termine,
            .list([
                LetterValues(entries: [
                    named(.datum), named(.uhrzeit), named(.ort), named(.buchungsnummer),
                ])
            ])
        ),
        (.mehrere, .flag(false)), named(.tag),
    ])

    private static func named(_ placeholder: Placeholder) -> (Placeholder, Value) {
        (placeholder, .text("<\(placeholder.rawValue)>"))
    }
}

extension Letter {
    static func values(of authority: Authority) -> [String: any Sendable] {
        let values: [(Placeholder, String)] = [
            (.behoerde, authority.name), (.anschrift, authority.address),
            (.telefon, authority.phone), (.email, authority.email),
            (.internetseite, authority.website), (.impressum, authority.imprint),
            (.datenschutz, authority.privacy), (.hotline, authority.hotlinePhone),
            (.hotlineZeiten, authority.hotlineHours),
            (.absender, authority.sender.from.address.text),
        ]
        // What an authority may lack; sections over them are skipped then.
        let further: [(Placeholder, String?)] = [
            (.hinweisseite, authority.noticePage),
            (.datenschutzKontakt, authority.privacyContact), (.aufsicht, authority.supervisor),
        ]
        var all: [String: any Sendable] = [:]
        for (placeholder, value) in values { all[placeholder.rawValue] = value }
        for (placeholder, value) in further {
            if let value {
                all[placeholder.rawValue] = value
            } else {
                all[placeholder.rawValue] = MissingValue(placeholder: placeholder)
            }
        }
        return all
    }

    static func values(of recipient: Recipient) -> LetterValues {
        let name = recipient.name.isWhole ? recipient.name : PersonName()
        let appointments = recipient.appointments
        return LetterValues(entries: [
            (.vorname, optional(name.first)),
            (.nachname, optional(name.last)),
            (.name, optional(name.display)),
            (.anrede, .text(printable(greeting(name)))),
            (.termine, .list(appointments.map(values))),
            (.mehrere, .flag(appointments.count > 1)),
            (.tag, .text(GermanDate.short(appointments[0].start.local.day))),
        ])
    }

    private static func values(of appointment: Appointment) -> LetterValues {
        let local = appointment.start.local
        return LetterValues(entries: [
            (.datum, .text(GermanDate.long(local.day))),
            (.uhrzeit, .text(GermanDate.time(local))),
            (.ort, optional(appointment.site)),
            (.buchungsnummer, optional(appointment.reference.map(ending))),
        ])
    }

    /// Neutral, and right with and without a name.
    ///
    /// A name that lost letters addresses nobody (`PersonName.isWhole`).
    private static func greeting(_ name: PersonName) -> String {
        name.called.map { "Guten Tag, \($0)" } ?? "Guten Tag"
    }

    /// The last four characters only: a full reference can be a credential.
    static func ending(of reference: String) -> String {
        reference.count > 4 ? "…\(reference.suffix(4))" : reference
    }

    private static func optional(_ text: String?) -> LetterValues.Value {
        guard let text, !text.isEmpty else { return .missing }
        return .text(printable(text))
    }

    /// A cell as one line of text: line breaks become blanks, other controls and direction
    /// overrides are dropped, so that no value can rearrange the message.
    private static func printable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 })
        else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

extension Authority {
    /// Over every value that can appear in a message.
    var digest: Digest {
        var hasher = FieldHasher(version: "einzelpost office 1")
        for value in [
            name, address, phone, email, website, imprint, privacy, hotlinePhone, hotlineHours,
            sender.from.name?.text ?? "", sender.from.address.text, sender.replyTo?.text ?? "",
            sender.envelopeFrom.text,
        ] { hasher.add(value) }
        // What there is none of changes nothing, so that campaigns of before keep their digests.
        let further = [
            ("notice page", noticePage), ("privacy contact", privacyContact),
            ("supervisor", supervisor),
        ]
        for case (let name, let value?) in further {
            hasher.add(name)
            hasher.add(value)
        }
        return hasher.finalize()
    }
}
