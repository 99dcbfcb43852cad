/// How people name a message: by its id, or by the whole header value they found in a mail or log.
enum MessageName {
    /// The part in front of the `@`, without the angle bracket.
    static func id(in text: String) -> String {
        String(text.filter { !"<> ".contains($0) }.prefix { $0 != "@" })
    }
}
