/// Looks at the final bytes of a message, in the way its reader will, before they may go.
///
/// It decodes by itself and shares no code with what wrote the message. There is no switch to
/// turn it off.
package struct MessageGuard: Sendable {
    private let officeAddresses: Set<String>

    /// - Parameter office: Whose own addresses may stand in a message.
    package init(office: Office) {
        officeAddresses = Set(office.addresses.map(\.comparisonKey))
    }

    /// Everything wrong with the message; empty if it may go.
    package func findings(in message: OutgoingMessage) -> [GuardFinding] {
        findings(in: message.bytes, for: message.recipient, id: message.id)
    }

    /// Everything wrong with these bytes as the message `id` to this recipient.
    package func findings(
        in bytes: [UInt8],
        for recipient: EmailAddress,
        id: MessageID
    ) -> [GuardFinding] {
        let wire = WireCheck.findings(in: bytes)
        guard wire.isEmpty else { return wire }
        let message = ParsedMessage(bytes)
        guard let parts = message.parts else { return [.part] }
        let allowed = officeAddresses.union([recipient.comparisonKey])
        return HeaderCheck.findings(in: message.fields, recipient: recipient)
            + message.fields.compactMap { Self.foreign(in: $0, id: id, allowed: allowed) }
            + parts.compactMap { Self.foreign(in: $0, allowed: allowed) }
    }

    private static func foreign(
        in field: ParsedMessage.Field,
        id: MessageID,
        allowed: Set<String>
    ) -> GuardFinding? {
        // The one header that looks like an address and is none.
        let isID = field.name == "Message-ID" && field.value.hasPrefix("<\(id.text)@")
        if isID, field.value.count(where: { $0 == "@" }) == 1 { return nil }
        let isClean = AddressScan.isClean(HeaderDecoder.text(of: field.value), allowed: allowed)
        return isClean
            ? nil : .foreignAddress(place: "header field \(HeaderCheck.shown(field.name))")
    }

    private static func foreign(
        in part: ParsedMessage.Part,
        allowed: Set<String>
    ) -> GuardFinding? {
        // HTML twice: with its tags and comments, and as the words it shows.
        let isClean =
            part.isHTML
            ? AddressScan.isClean(HTMLReading.decoded(part.text), allowed: allowed, tagged: true)
                && AddressScan.isClean(HTMLReading.words(of: part.text), allowed: allowed)
            : AddressScan.isClean(part.text, allowed: allowed)
        return isClean ? nil : .foreignAddress(place: part.isHTML ? "HTML part" : "text part")
    }
}
