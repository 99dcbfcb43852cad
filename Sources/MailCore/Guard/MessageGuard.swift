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
        let wire = WireCheck.findings(in: message.bytes)
        guard wire.isEmpty else { return wire }
        let parsed = ParsedMessage(message.bytes)
        guard let parts = parsed.parts else { return [.part] }
        return HeaderCheck.findings(in: parsed.fields, recipient: message.recipient)
            + foreign(in: parsed.fields, of: message)
            + parts.flatMap { foreign(in: $0, of: message) }
    }

    private func foreign(
        in fields: [ParsedMessage.Field],
        of message: OutgoingMessage
    ) -> [GuardFinding] {
        fields.compactMap { field in
            // The one header that looks like an address and is none.
            if field.name == "Message-ID", field.value.hasPrefix("<\(message.id.text)@") {
                return nil
            }
            let decoded = HeaderDecoder.text(of: field.value)
            return isClean(decoded, of: message)
                ? nil : .foreignAddress(place: "header field \(field.name)")
        }
    }

    private func foreign(
        in part: ParsedMessage.Part,
        of message: OutgoingMessage
    ) -> [GuardFinding] {
        let texts = part.isHTML ? [part.text, HTMLEntities.decoded(part.text)] : [part.text]
        return texts.allSatisfy { isClean($0, of: message) }
            ? [] : [.foreignAddress(place: part.isHTML ? "HTML part" : "text part")]
    }

    private func isClean(_ text: String, of message: OutgoingMessage) -> Bool {
        let own = message.recipient.comparisonKey
        return AddressScan.candidates(in: text).allSatisfy { candidate in
            candidate == own || officeAddresses.contains(candidate)
        }
    }
}
