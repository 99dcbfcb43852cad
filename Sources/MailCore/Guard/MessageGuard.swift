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
        var nothing = ReadBefore()
        return findings(in: bytes, for: recipient, id: id, &nothing)
    }

    /// The same, but for what stands in the message as it stood in earlier ones: `before` must be of this guard alone.
    func findings(
        in bytes: [UInt8],
        for recipient: Recipient,
        id: MessageID,
        _ before: inout ReadBefore
    ) -> [GuardFinding] {
        let wire = WireCheck.findings(in: bytes)
        guard wire.isEmpty else { return wire }
        let message = ParsedMessage(bytes)
        guard let parts = message.parts else { return [.part] }
        let own = OwnValues(recipient, printing: placeholders)
        let addresses = AddressScan(authority: authorityAddresses, recipient: recipient.address)
        let reading = GuardedReading(
            addresses: addresses,
            scan: scan,
            own: own,
            appointments: recipient.appointments
        )
        let cells = CellScan(values: scan.values, fixed: scan.fixed, addresses: addresses)
        let found =
            HeaderCheck.findings(in: message.fields, recipient: recipient.address)
            + message.fields.flatMap { reading.findings(in: $0, id: id, subject: subject, &before) }
            + parts.flatMap { reading.findings(in: $0, $0.isHTML ? html : text, &before) }
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
        let addresses = AddressScan(authority: authorityAddresses, recipient: recipient.address)
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
