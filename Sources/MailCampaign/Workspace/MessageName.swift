/// How people name a message: by its id, or by the whole header value they found in a mail or log.
package enum MessageName {
    /// The part in front of the `@`, without the angle bracket.
    package static func id(in text: String) -> String {
        String(text.filter { !"<> ".contains($0) }.prefix { $0 != "@" })
    }
}
