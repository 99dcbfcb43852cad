/// What mail readers turn into links without being asked.
enum TypedLinks {
    /// Web addresses: with a scheme, with `www.`, with a path, or a well-known third party.
    static func urls(in text: String) -> [String] {
        text.split { $0.isWhitespace || "<>\"„“”‚‘’()[]".contains($0) }.map { word in
            String(trimmed(word))
        }.compactMap { word in
            if word.contains("://") || word.hasPrefix("//") && word.count > 2 { return word }
            guard let host = host(of: Substring(word)) else { return nil }
            let isLink =
                host.hasPrefix("www.") || word.contains("/") || ThirdParties.kind(of: host) != nil
            return isLink ? "https://\(word)" : nil
        }
    }

    /// Hosts that a text names, with or without a scheme, in lower case.
    ///
    /// For the words of a link, where even a bare `kreis.example` is meant as a place.
    static func hosts(in text: String) -> [String] {
        text.split { $0.isWhitespace || "<>\"„“”‚‘’()[],;".contains($0) }
            .map(trimmed).filter { !$0.contains("@") }
            .compactMap { word in
                word.firstRange(of: "://").map { host(of: word[$0.upperBound...]) }
                    ?? host(of: word)
            }
    }

    /// E-mail addresses in a text.
    static func addresses(in text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
        return text.matches(of: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/)
            .map { String($0.output) }
    }

    /// `kreis.example` of `Kreis.example/seite`; nil for `16.03.2021`, `z.B.` and other words.
    private static func host(of word: Substring) -> String? {
        // Most words have none, and expressions take their time.
        guard word.utf8.dropLast().contains(UInt8(ascii: ".")) else { return nil }
        let name = word.prefix { !"/?#:\\".contains($0) }.lowercased()
        let pattern = /[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,}|xn--[a-z0-9-]+)/
        return name.wholeMatch(of: pattern) == nil ? nil : name
    }

    private static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while let last = word.last, ".,;:!?".contains(last) { word.removeLast() }
        return word
    }
}
