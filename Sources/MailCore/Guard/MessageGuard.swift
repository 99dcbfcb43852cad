/// Looks at the final bytes of a message, in the way its reader will, before they may go.
///
/// It decodes by itself and shares no code with what wrote the message. Its cost depends on the
/// message alone, not on the number of recipients. There is no switch to turn it off.
package struct MessageGuard: Sendable {
    /// Raised whenever the guard finds more than before: what an earlier one has looked at is then looked at
    /// again before it is sent.
    package static let version = 1

    private let authorityAddresses: Set<String>
    /// What the letter prints.
    private let placeholders: Set<String>
    private let scan: ValueScan
    private let text: AppointmentCheck
    private let html: AppointmentCheck
    private let subject: AppointmentCheck
    private let letter: Letter

    /// - Parameters:
    ///   - letter: What is the same in every message, and whose authority it is.
    ///   - values: What the campaign knows of everybody.
    package init(letter: Letter, values: CampaignValues) {
        authorityAddresses = Set(letter.authority.addresses.map(\.comparisonKey))
        let fixed = FixedText(letter)
        scan = ValueScan(fixed: fixed, values: values)
        subject = AppointmentCheck(letter.template.subject, fixed: fixed.moments)
        text = AppointmentCheck(letter.template.source.text, fixed: fixed.moments)
        html = AppointmentCheck(letter.template.source.html ?? "", fixed: fixed.moments)
        placeholders = subject.placeholders.union(text.placeholders).union(html.placeholders)
        self.letter = letter
    }

    /// Everything wrong with the message, and everything to ask about it (`isQuestion`) behind that;
    /// empty if it may go.
    package func findings(in message: OutgoingMessage, for recipient: Recipient) -> [GuardFinding] {
        findings(in: message.bytes, for: recipient, id: message.id)
    }

    /// Everything wrong with these bytes as the message `id` to this recipient.
    package func findings(
        in bytes: [UInt8],
        for recipient: Recipient,
        id: MessageID
    ) -> [GuardFinding] {
        let wire = WireCheck.findings(in: bytes)
        guard wire.isEmpty else { return wire }
        let message = ParsedMessage(bytes)
        guard let parts = message.parts else { return [.part] }
        let own = OwnValues(recipient, printing: placeholders)
        let addresses = AddressScan(
            allowed: authorityAddresses.union([recipient.address.comparisonKey])
        )
        let reading = GuardedReading(
            addresses: addresses,
            scan: scan,
            own: own,
            appointments: recipient.appointments
        )
        let cells = CellScan(values: scan.values, fixed: scan.fixed, addresses: addresses)
        let found =
            HeaderCheck.findings(in: message.fields, recipient: recipient.address)
            + message.fields.flatMap { reading.findings(in: $0, id: id, subject: subject) }
            + parts.flatMap { reading.findings(in: $0, $0.isHTML ? html : text) }
        return found.filter { !$0.isQuestion } + cells.questions(about: own)
            + found.filter(\.isQuestion)
    }

    /// What must be looked at in a message whose digest says that a guard has judged all of it but `Date`.
    package static func findingsInHeader(
        of message: OutgoingMessage
    ) -> [GuardFinding] {
        let wire = WireCheck.findings(in: message.bytes)
        guard wire.isEmpty else { return wire }
        let fields = ParsedMessage.fields(of: message.bytes)
        return HeaderCheck.findings(in: fields, recipient: message.recipient)
    }

    /// The cells of this recipient that are asked about, each as its column and its text.
    ///
    /// Personal data.
    func cellsAskedAbout(of recipient: Recipient) -> Set<[String]> {
        let own = OwnValues(recipient, printing: placeholders)
        let addresses = AddressScan(
            allowed: authorityAddresses.union([recipient.address.comparisonKey])
        )
        let scan = CellScan(values: scan.values, fixed: scan.fixed, addresses: addresses)
        let asked = own.cells.filter { !scan.questions(about: $0, of: own).isEmpty }
        let cells = asked.isEmpty ? own.cells.filter { !$0.moments.isEmpty } : asked
        return Set(cells.map { [$0.column.rawValue, $0.text] })
    }

    /// People of the campaign whom the template itself names.
    ///
    /// It would name them to everybody: as a signature, or because it is left over from another
    /// letter.
    package func findingsInLetter() -> [GuardFinding] {
        let everybody = ValueScan(fixed: FixedText(letter.authority), values: scan.values)
        let found = Set(letter.writtenTexts.flatMap(everybody.findingsInLetter))
        return found.sorted { "\($0)" < "\($1)" }
    }
}

/// One message as its reader sees it, with what may stand in it.
private struct GuardedReading {
    let addresses: AddressScan
    let scan: ValueScan
    let own: OwnValues
    let appointments: [Appointment]

    func findings(
        in field: ParsedMessage.Field,
        id: MessageID,
        subject: AppointmentCheck
    ) -> [GuardFinding] {
        // The one header that looks like an address and is none.
        let isID = field.name == "Message-ID" && field.value.hasPrefix("<\(id.text)@")
        if isID, field.value.count(where: { $0 == "@" }) == 1 { return [] }
        let place = "header field \(HeaderCheck.shown(field.name))"
        let value = Array(HeaderDecoder.text(of: field.value).utf8)
        var strangers = foreignAddress(in: value, place: place)
        // A link opens what its percent escapes stand for (RFC 6068).
        if strangers.isEmpty, let hidden = Disguise.opened(value) {
            strangers = foreignAddress(in: hidden, place: place)
        }
        // The other ones are made of constants; names of months and days are not looked for there.
        guard field.name == "Subject" || field.name == "From" else { return strangers }
        let words = WordList(value)
        return strangers + scan.findings(in: words, besides: own, place: place)
            + (field.name == "From" ? [] : moments(subject, in: words, place: place))
    }

    func findings(in part: ParsedMessage.Part, _ check: AppointmentCheck) -> [GuardFinding] {
        let place = part.isHTML ? "HTML part" : "text part"
        // HTML twice: with its tags and comments, and as the words it shows.
        let seen = part.isHTML ? HTMLReading.words(of: part.octets) : part.octets
        let source = part.isHTML ? HTMLReading.decoded(part.octets) : nil
        let words = WordList(seen)
        var findings = scan.findings(in: words, besides: own, place: place)
        findings += foreignAddress(in: seen, place: place)
        if let source {
            findings += scan.findings(in: WordList(source), besides: own, place: place)
            findings += foreignAddress(in: source, place: place, isTagged: true)
        }
        if let hidden = Disguise.opened(source ?? seen) {
            findings += scan.findings(in: WordList(hidden), besides: own, place: place)
            findings += foreignAddress(in: hidden, place: place)
        }
        findings += moments(check, in: words, place: place)
        // The same value is often found in more than one of these ways.
        var seenFindings: Set<GuardFinding> = []
        return findings.filter { seenFindings.insert($0).inserted }
    }

    private func foreignAddress(
        in text: [UInt8],
        place: String,
        isTagged: Bool = false
    ) -> [GuardFinding] {
        let strangers = addresses.strangers(in: text, isTagged: isTagged)
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
