import Foundation

/// Where an address on a web page leads to: scheme and host, as a browser reads them.
///
/// Follows the URL Standard (url.spec.whatwg.org, “basic URL parser”) up to the host. Foundation's
/// reading follows RFC 3986 and differs exactly where somebody hides something: back slashes, line
/// breaks and missing slashes.
struct PageLocation: Hashable {
    let scheme: String
    /// In lower case and as A-labels, without a port.
    let host: String

    /// Schemes whose addresses have a host in every case.
    private static let special: Set<String> = ["http", "https", "ws", "wss", "ftp"]

    /// Nil unless the address is absolute and has a host.
    init?(of address: String) {
        let text = LinkTarget(address).text
        guard let (scheme, rest) = Self.divided(text), Self.special.contains(scheme) else {
            return nil
        }
        self.init(scheme, authority: rest)
    }

    private init?(_ scheme: String, authority text: Substring) {
        let authority = text.drop(while: Self.isSlash)
            .prefix { !Self.isSlash($0) && $0 != "?" && $0 != "#" }
        let named = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
        let host = Self.withoutPort(named ?? authority)
        guard !host.isEmpty else { return nil }
        self.scheme = scheme
        self.host = Self.readable(host)
    }

    /// Where a reference on a page at this place leads; nil if to no host at all, as with `data:`.
    func leading(to reference: String) -> PageLocation? {
        let text = LinkTarget(reference).text
        guard let (scheme, rest) = Self.divided(text) else {
            return Self.beginsWithHost(text[...]) ? Self(self.scheme, authority: text[...]) : self
        }
        guard Self.special.contains(scheme) else { return nil }
        // `https:page.html` on a page of https is a relative address.
        if scheme == self.scheme, !Self.beginsWithHost(rest) { return self }
        return Self(scheme, authority: rest)
    }

    private static func beginsWithHost(_ text: Substring) -> Bool {
        text.prefix(2).count == 2 && text.prefix(2).allSatisfy(isSlash)
    }

    private static func isSlash(_ character: Character) -> Bool {
        character == "/" || character == "\\"
    }

    /// The scheme in lower case, and what comes behind its colon.
    private static func divided(_ text: String) -> (scheme: String, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":"), text.utf8.first?.isLetter == true,
            text[..<colon].utf8.allSatisfy({ $0.isLetter || "0123456789+-.".utf8.contains($0) })
        else { return nil }
        return (text[..<colon].lowercased(), text[text.index(after: colon)...])
    }

    private static func withoutPort(_ authority: Substring) -> Substring {
        guard let colon = authority.lastIndex(of: ":"),
            authority[colon...].dropFirst().allSatisfy(\.isNumber)
        else { return authority }
        return authority[..<colon]
    }

    /// Escapes read, in one spelling, and fit to be printed.
    private static func readable(_ host: Substring) -> String {
        let plain = String(host).removingPercentEncoding ?? String(host)
        let dotless = plain.hasSuffix(".") ? String(plain.dropLast()) : plain
        if let name = try? DomainName(parsing: dotless.lowercased()) { return name.text }
        return dotless.lowercased().printable
    }
}

extension String {
    /// Nothing a terminal could obey, and no more than can be read.
    var printable: String {
        String(prefix(200).map { $0.isASCII && !$0.isWhitespace && $0 >= "!" ? $0 : "?" })
            .replacing("\u{7F}", with: "?")
    }
}
