/// Looks at the final bytes of a message, in the way its reader will, before they may go.
///
/// It decodes by itself and shares no code with what wrote the message. Its cost depends on the
/// message alone, not on the number of recipients. There is no switch to turn it off.
package struct MessageGuard: Sendable {
    private let officeAddresses: Set<String>
    private let scan: ValueScan
    private let text: AppointmentCheck
    private let html: AppointmentCheck
    private let subject: AppointmentCheck
    private let letter: Letter

    /// - Parameters:
    ///   - letter: What is the same in every message, and whose office it is.
    ///   - values: What the campaign knows of everybody.
    package init(letter: Letter, values: CampaignValues) {
        officeAddresses = Set(letter.office.addresses.map(\.comparisonKey))
        let fixed = FixedText(letter)
        scan = ValueScan(fixed: fixed, values: values)
        func check(_ source: String) -> AppointmentCheck {
            AppointmentCheck(placeholders: Letter.placeholders(in: source), fixed: fixed.moments)
        }
        subject = check(letter.template.subject)
        text = check(letter.template.source.text)
        html = check(letter.template.source.html ?? "")
        self.letter = letter
    }

    /// Everything wrong with the message; empty if it may go.
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
        let reading = GuardedReading(
            addresses: AddressScan(
                allowed: officeAddresses.union([recipient.address.comparisonKey])
            ),
            scan: scan,
            own: OwnValues(recipient, in: scan.values),
            appointments: recipient.appointments
        )
        return HeaderCheck.findings(in: message.fields, recipient: recipient.address)
            + message.fields.flatMap { reading.findings(in: $0, id: id, subject: subject) }
            + parts.flatMap { reading.findings(in: $0, $0.isHTML ? html : text) }
    }

    /// People of the campaign whom the template itself names; it would name them to everybody.
    package func findingsInLetter() -> [GuardFinding] {
        let everybody = ValueScan(fixed: FixedText(letter.office), values: scan.values)
        return letter.writtenTexts.flatMap { everybody.wholeNamesAndNumbers(in: WordList($0)) }
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
        let isRight = field.name == "From" || subject.holds(for: appointments, in: words)
        return strangers + scan.findings(in: words, besides: own, place: place)
            + (isRight ? [] : [.appointment(place: place)])
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
        if !check.holds(for: appointments, in: words) {
            findings.append(.appointment(place: place))
        }
        // The same value is often found in more than one of these ways.
        var seenFindings: Set<GuardFinding> = []
        return findings.filter { seenFindings.insert($0).inserted }
    }

    private func foreignAddress(
        in text: [UInt8],
        place: String,
        isTagged: Bool = false
    ) -> [GuardFinding] {
        guard let stranger = addresses.stranger(in: text, isTagged: isTagged) else { return [] }
        let owner = scan.values.stranger(with: AddressScan.key(of: stranger), besides: [])
        return [.foreign(.address, place: place, row: owner.map { Int($0.row) })]
    }
}
