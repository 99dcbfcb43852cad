/// One message as its reader sees it, with what may stand in it.
struct GuardedReading {
    let addresses: AddressScan
    let scan: ValueScan
    let own: OwnValues
    let appointments: [Appointment]

    func findings(
        in field: ParsedMessage.Field,
        id: MessageID,
        subject: AppointmentCheck,
        _ before: inout ReadBefore
    ) -> [GuardFinding] {
        // The one header that looks like an address and is none.
        let isID = field.name == "Message-ID" && field.value.hasPrefix("<\(id.text)@")
        if isID, field.value.count(where: { $0 == "@" }) == 1 { return [] }
        let value = Array(HeaderDecoder.text(of: field.value).utf8)
        let strangers = foreignAddress(in: value, of: field.name, &before)
        // The other ones are made of constants; names of months and days are not looked for there.
        guard field.name == "Subject" || field.name == "From" else { return strangers }
        let place = place(field.name)
        return strangers + values(in: value, place: place, &before)
            + (field.name == "From" ? [] : moments(subject, in: WordList(value), place: place))
    }

    func findings(
        in part: ParsedMessage.Part,
        _ check: AppointmentCheck,
        _ before: inout ReadBefore
    ) -> [GuardFinding] {
        let place = part.isHTML ? "HTML part" : "text part"
        // HTML twice: with its tags and comments, and as the words it shows.
        let seen = part.isHTML ? HTMLReading.words(of: part.octets) : part.octets
        let source = part.isHTML ? HTMLReading.decoded(part.octets) : nil
        var findings = values(in: seen, place: place, &before)
        findings += foreignAddress(in: seen, place: place, &before)
        if let source {
            findings += values(in: source, place: place, &before)
            findings += foreignAddress(in: source, place: place, isTagged: true, &before)
        }
        if let hidden = Disguise.opened(source ?? seen, &before) {
            findings += values(in: hidden, place: place, &before)
            findings += foreignAddress(in: hidden, place: place, &before)
        }
        findings += moments(check, in: WordList(seen), place: place)
        // The same value is often found in more than one of these ways.
        var seenFindings: Set<GuardFinding> = []
        return findings.filter { seenFindings.insert($0).inserted }
    }

    /// Values of others, in those lines that no earlier message had.
    private func values(
        in text: [UInt8],
        place: String,
        _ before: inout ReadBefore
    ) -> [GuardFinding] {
        let windows = TextWindows(text)
        var found = ValueScan.Found(place: place)
        // From the end: what stands last is what is told.
        for lines in before.unread(in: windows).reversed() {
            let reach = lines.lowerBound..<windows.window(from: lines.upperBound - 1).upperBound
            let list = WordList(Array(windows.octets(of: reach)))
            let held = scan.lines(in: list, first: lines.count, besides: own, &found)
            for window in lines.map(windows.window) {
                // One that ends with somebody's data comes with nobody else.
                if !window.contains(where: { held.contains($0 - lines.lowerBound) }) {
                    before.note(window, of: windows)
                }
            }
        }
        return found.findings
    }

    private func foreignAddress(
        in text: [UInt8],
        place: String,
        isTagged: Bool = false,
        _ before: inout ReadBefore
    ) -> [GuardFinding] {
        let use = isTagged ? ReadBefore.Use.addressesInSource : .addresses
        var strangers: [String] = []
        for chunk in AddressScan.suspicious(text) where !before.knows(chunk, as: use) {
            let others = addresses.others(in: chunk, isTagged: isTagged)
            if others.isEmpty { before.note(chunk, as: use) }
            strangers += others.filter { !addresses.isRecipient($0) }
        }
        return foreignAddress(among: strangers, place: place)
    }

    private func place(_ field: String) -> String { "header field \(HeaderCheck.shown(field))" }

    private func foreignAddress(
        in value: [UInt8],
        of field: String,
        _ before: inout ReadBefore
    ) -> [GuardFinding] {
        guard !before.knows(value[...], as: .field) else { return [] }
        // A link opens what its percent escapes stand for (RFC 6068).
        let hidden = Disguise.opened(value)
        let others = addresses.others(in: value)
        guard !others.isEmpty || hidden != nil else {
            before.note(value[...], as: .field)
            return []
        }
        let shown = others.filter { !addresses.isRecipient($0) }
        let found = foreignAddress(among: shown, place: place(field))
        guard found.isEmpty, let hidden else { return found }
        return foreignAddress(among: addresses.strangers(in: hidden), place: place(field))
    }

    private func foreignAddress(among strangers: [String], place: String) -> [GuardFinding] {
        guard !strangers.isEmpty else { return [] }
        // Whatever a cell holds is asked about with the cell.
        let known = own.cells.flatMap { addresses.strangers(in: $0.text) }
        guard let stranger = strangers.first(where: { !known.contains(where: $0.contains) }) else {
            return []
        }
        let owner = scan.values.stranger(with: AddressScan.key(of: stranger), besides: [])
        return [.foreign(.address, place: place, row: owner.map { Int($0.row) })]
    }

    /// A day or a time in a cell can bring the order into disarray; then the cell is asked about.
    private func moments(
        _ check: AppointmentCheck,
        in words: WordList,
        place: String
    ) -> [GuardFinding] {
        let allowed = own.cells.filter { scan.values.isAllowed($0, of: own.rows) }
        let moments = Set(allowed.flatMap(\.moments))
        if check.holds(for: appointments, in: words, besides: moments) { return [] }
        let cell = own.cells.first { !$0.moments.isEmpty }
        return [
            cell.map { .inCell(.moment, column: $0.column, row: nil) }
                ?? .appointment(place: place)
        ]
    }
}
