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
        case "Content-Language":
            value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isLanguage)
        case "Content-Type": isBoundary(value.utf8.dropFirst(multipart.utf8.count), of: value)
        case "Date": isDate(value)
        default: true
        }
    }

    private static let multipart = "multipart/alternative; boundary=\"=_"

    private static func isBoundary(_ rest: Substring.UTF8View, of value: String) -> Bool {
        value.hasPrefix(multipart) && rest.last == UInt8(ascii: "\"")
            && rest.dropLast().allSatisfy { QuotedPrintable.nibble($0) != nil }
    }

    /// One language tag (RFC 5646), perhaps behind a blank.
    private static func isLanguage(_ tag: Substring) -> Bool {
        let tag = tag.first == " " ? tag.dropFirst() : tag
        return !tag.isEmpty
            && tag.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }

    private static let days: Set<Substring> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months: Set<Substring> = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Mon, 15 Mar 2021 17:42:07 +0100` (RFC 5322 section 3.3).
    private static func isDate(_ value: String) -> Bool {
        let parts = value.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].last == "," else { return false }
        let shapes = parts[1...].map { part in
            part.utf8.map { $0.isDigit ? UInt8(ascii: "0") : $0 }
        }
        func has(_ index: Int, _ shape: String...) -> Bool {
            shape.contains { shapes[index - 1].elementsEqual($0.utf8) }
        }
        return days.contains(parts[0].dropLast()) && has(1, "0", "00") && months.contains(parts[2])
            && has(3, "0000") && has(4, "00:00:00") && has(5, "+0000", "-0000")
    }

    /// A field name is shown only if it looks like one, since a broken header may hold data.
    static func shown(_ name: String) -> String {
        let known =
            required + optional + ["Cc", "Bcc", "Sender", "Resent-To", "Resent-Cc", "Resent-Bcc"]
        return known.first { $0.lowercased() == name.lowercased() } ?? "(unknown)"
    }
}
