import struct Foundation.URLComponents

/// Where a link leads, as a browser reads it.
struct LinkTarget {
    /// Without what browsers drop (WHATWG URL, section 4.4): blanks and controls around it, and
    /// tabs and line breaks anywhere.
    let text: String

    init(_ written: String) {
        let kept = written.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }
        let inner = kept.drop { $0.value <= 0x20 }.reversed().drop { $0.value <= 0x20 }.reversed()
        text = String(String.UnicodeScalarView(inner))
    }

    /// In lower case; nil without one.
    var scheme: String? {
        text.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.-]*):/).map { $0.output.1.lowercased() }
    }

    /// What stands behind the scheme.
    var rest: String { scheme.map { String(text.dropFirst($0.count + 1)) } ?? text }

    /// In lower case; nil if there is none.
    var host: String? {
        URLComponents(string: text)?.host?.lowercased()
    }

    /// What is wrong with a link that a person opens; nil for nothing.
    func problem(hosts: Set<String>) -> LintFault.LinkFault? {
        // A browser reads a backslash as a slash, others do not; nobody needs one.
        guard !text.contains("\\"), text.allSatisfy(\.isASCII) else {
            return .backslashOrBeyondASCII
        }
        guard !text.hasPrefix("//") else { return .noScheme }
        if let scheme, !["http", "https"].contains(scheme) {
            return .otherScheme(scheme: scheme)
        }
        guard let url = URLComponents(string: text), url.scheme != nil,
            let host = url.host?.lowercased(), !host.isEmpty
        else { return .unreadable }
        if let kind = ThirdParties.kind(of: host) { return .thirdParty(host: host, kind: kind) }
        if !hosts.contains(host) { return .notAllowed(host: host) }
        if scheme != "https" { return .notEncrypted }
        if url.query != nil { return .query }
        if url.user != nil || url.password != nil || url.port != nil {
            return .loginOrPort
        }
        return nil
    }
}

/// A telephone number as its digits, with the country.
struct PhoneDigits: Hashable {
    let digits: String

    /// Reads a number as people and `tel:` (RFC 3966) write it; nil if it holds anything else, such
    /// as a pause or a further number.
    init?(_ text: String) {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "+ ()-./".contains($0)) }) else {
            return nil
        }
        let plain = text.filter(\.isNumber)
        guard plain.count >= 3 else { return nil }
        // Without a country it is a German one, like every number of the authority.
        if text.drop(while: \.isWhitespace).hasPrefix("+") {
            // `+49 (0)221`: the zero is only for those who leave the country out.
            digits = plain.hasPrefix("490") ? "49" + plain.dropFirst(3) : plain
        } else if plain.hasPrefix("00") {
            digits = String(plain.dropFirst(2))
        } else {
            digits = plain.hasPrefix("0") ? "49" + plain.dropFirst() : plain
        }
    }
}
