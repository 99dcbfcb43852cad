/// The `<address>` behind `MAIL FROM:` and `RCPT TO:`, with what follows it.
///
/// The grammar is that of RFC 5321 section 4.1.2 without source routes. It is strict because
/// the server is a witness: `<a@x.example,b@y.example>` must never count as one recipient.
struct Path {
    /// As the client wrote it, without the angle brackets; empty for `<>`.
    let mailbox: String
    let parameters: [Substring]

    /// Nil unless `text` is one path, then nothing or a space and parameters.
    init?(parsing text: Substring) {
        guard text.first == "<", let end = Self.closingBracket(in: text) else { return nil }
        let inside = text[text.index(after: text.startIndex)..<end]
        let rest = text[text.index(after: end)...]
        guard inside.isEmpty || Self.isMailbox(inside) else { return nil }
        guard rest.isEmpty || rest.first == " " else { return nil }
        mailbox = String(inside)
        parameters = rest.split(separator: " ")
    }

    /// A quoted local part may hold a bracket of its own.
    private static func closingBracket(in text: Substring) -> Substring.Index? {
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            switch text[index] {
            case _ where isEscaped: isEscaped = false
            case "\\" where isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case ">" where !isQuoted: return index
            default: continue
            }
        }
        return nil
    }

    private static func isMailbox(_ text: Substring) -> Bool {
        // RFC 5321 section 4.5.1: the one address that needs no domain.
        if text.lowercased() == "postmaster" { return true }
        guard let at = text.lastIndex(of: "@") else { return false }
        let local = text[..<at]
        let domain = text[text.index(after: at)...]
        // RFC 5321 section 4.5.3.1, the path's 256 octets counted with its brackets.
        guard local.count <= 64, text.count <= 254 else { return false }
        return (isDotString(local) || isQuotedString(local))
            && (isDomain(domain) || isAddressLiteral(domain))
    }

    private static func isDotString(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".contains($0) }
        }
    }

    private static func isQuotedString(_ text: Substring) -> Bool {
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return false }
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if !isEscaped, character == "\"" { return false }
            isEscaped = !isEscaped && character == "\\"
        }
        return !isEscaped
    }

    private static func isDomain(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            1...63 ~= label.count
                && label.first != "-"
                && label.last != "-"
                && label.allSatisfy { $0.isLetterOrDigit || $0 == "-" }
        }
    }

    private static func isAddressLiteral(_ text: Substring) -> Bool {
        guard text.count > 2, text.first == "[", text.last == "]" else { return false }
        return text.dropFirst().dropLast().allSatisfy {
            $0.isLetterOrDigit || ".:-".contains($0)
        }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
