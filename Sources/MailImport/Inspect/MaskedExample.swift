import MailCore

/// One cell as others may see it.
///
/// What is there to be chosen (days, services) is shown, everything about a person is masked, and a
/// cell that does not look like its field shows nothing.
enum MaskedExample {
    /// A cell of a column that is used, or could be; nil if it must not be shown.
    static func text(
        of cell: String,
        as field: ScheduleField,
        _ births: BirthYears
    ) -> String? {
        switch field {
        case .email: address(cell)
        case .first, .last, .name: name(cell)
        case .phone: phone(cell)
        case .start, .date, .second: day(cell, births)
        case .time: time(cell, births)
        case .site, .service, .dose, .status, .zone: value(cell, births)
        case .ref: shape(cell)
        }
    }

    static func address(_ cell: String) -> String? {
        guard case .address(let address) = AddressCell(parsing: cell) else { return nil }
        return address.masked
    }

    /// `+49 171 3920025` as `•••25`.
    static func phone(_ cell: String) -> String? {
        guard let phone = PhoneCell.phone(cell) else { return nil }
        return "•••\(phone.filter(\.isASCII).filter(\.isWholeNumber).suffix(2))"
    }

    /// A service, dose, site or status word, as far as it cannot be about a person.
    static func value(_ cell: String, _ births: BirthYears) -> String? {
        let text = cell.trimmed.onOneLine
        let isPersonal = text.contains("@") || ContentKind(of: text, births: births) != nil
        return text.isEmpty || isPersonal || text.count > 120 ? nil : text
    }

    /// A sheet's name; one that looks like a day is none of a person, though it looks like a number.
    static func sheet(_ name: String) -> String? {
        day(name, .whenever) ?? value(name, .whenever)
    }

    /// `Aaaa 99` of `Raum 12`: how a cell is written, and not what it says.
    static func shape(_ cell: String) -> String? {
        let shape = cell.trimmed.prefix(20).map(shape)
        guard !shape.isEmpty else { return nil }
        return String(shape) + (cell.trimmed.count > 20 ? "…" : "")
    }

    private static func shape(_ character: Character) -> Character {
        if character.isNumber { return "9" }
        if character.isLetter { return character.isUppercase ? "A" : "a" }
        return character.isASCII && (character.isPunctuation || character.isSymbol)
            ? character : " "
    }

    private static func name(_ cell: String) -> String? {
        cell.first(where: \.isLetter).map { "\($0)•••" }
    }

    private static func day(_ cell: String, _ births: BirthYears) -> String? {
        let isBirth = ContentKind(of: cell, births: births) == .birthDate
        guard !isBirth, (try? DateText(parsing: cell)) != nil else { return nil }
        return cell.trimmed.onOneLine
    }

    private static func time(_ cell: String, _ births: BirthYears) -> String? {
        guard (try? ClockText(parsing: cell)) != nil else { return day(cell, births) }
        return cell.trimmed.onOneLine
    }
}
