/// What a relay offers in its reply to EHLO (RFC 5321 section 4.1.1.1).
package struct RelayCapabilities: Hashable, Sendable {
    /// RFC 2920.
    package var pipelining = false
    /// RFC 6531.
    package var smtpUTF8 = false
    /// RFC 1870: whether MAIL may carry `SIZE=`.
    package var size = false
    /// RFC 1870, octets; nil if not offered or without limit.
    package var sizeLimit: Int?
    /// RFC 3461: whether it reports what it could not pass on as it is asked to.
    package var dsn = false
    /// RFC 4954: how it lets people log in, in capital letters.
    package var logins: [String] = []

    /// A relay that offers nothing, such as one that only knows HELO.
    package init() {}

    /// Reads the reply to EHLO; its first line is a greeting.
    ///
    /// Keywords count in any case.
    package init(ehlo reply: ReplyLines) {
        for line in reply.lines.dropFirst() {
            let words = line.split(separator: " ")
            switch words.first?.uppercased() {
            case "PIPELINING": pipelining = true
            case "SMTPUTF8": smtpUTF8 = true
            case "DSN": dsn = true
            case "SIZE":
                size = true
                // 0 says that there is no fixed limit.
                sizeLimit = words.dropFirst().first.flatMap { Int($0) }.flatMap {
                    $0 > 0 ? $0 : nil
                }
            case let keyword? where keyword == "AUTH" || keyword.hasPrefix("AUTH="):
                // Old servers write the first mechanism behind an equals sign.
                logins += words.joined(separator: " ").dropFirst("AUTH=".count).split(
                    separator: " "
                )
                .map { $0.uppercased() }
            default: continue
            }
        }
    }

    /// Whether it offers logins, and none of these.
    package func wantsAnotherLogin(than own: [LoginMechanism]) -> Bool {
        !logins.isEmpty && !own.contains { logins.contains($0.name) }
    }
}
