/// The closed list of header fields, and the one recipient.
enum HeaderCheck {
    /// Each must stand exactly once.
    private static let required = [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Language", "Auto-Submitted", "X-Auto-Response-Suppress",
    ]
    /// May stand once.
    private static let optional = ["Reply-To"]

    static func findings(
        in fields: [ParsedMessage.Field],
        recipient: EmailAddress
    ) -> [GuardFinding] {
        let allowed = required + optional
        let foreign = fields.filter { !allowed.contains($0.name) }
            .map { GuardFinding.header(name: shown($0.name)) }
        let counts = allowed.filter { name in
            let count = fields.count { $0.name == name }
            return count > 1 || (count == 0 && required.contains(name))
        }
        let to = fields.first { $0.name == "To" }
        return foreign + counts.map { GuardFinding.headerCount(name: $0) }
            + (to?.value == recipient.text ? [] : [.recipient])
            + fields.filter { !isAsWritten($0) }.map { .headerValue(name: shown($0.name)) }
    }

    /// Whether a field that says nothing of the recipient says just what this program writes, so
    /// that nothing can hide in it.
    private static func isAsWritten(_ field: ParsedMessage.Field) -> Bool {
        let value = field.value
        return switch field.name {
        case "MIME-Version": value == "1.0"
        case "Auto-Submitted": value == "auto-generated"
        case "X-Auto-Response-Suppress": value == "OOF, AutoReply, RN, NRN, DR"
        case "Content-Language": value.wholeMatch(of: /[A-Za-z0-9-]+(, ?[A-Za-z0-9-]+)*/) != nil
        case "Content-Type":
            value.wholeMatch(of: /multipart\/alternative; boundary="=_[0-9a-f]+"/) != nil
        case "Date":
            value.wholeMatch(
                of: /[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/
            ) != nil
        default: true
        }
    }

    /// A field name is shown only if it looks like one, since a broken header may hold data.
    static func shown(_ name: String) -> String {
        let known =
            required + optional + ["Cc", "Bcc", "Sender", "Resent-To", "Resent-Cc", "Resent-Bcc"]
        return known.first { $0.lowercased() == name.lowercased() } ?? "(unknown)"
    }
}
