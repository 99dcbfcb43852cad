/// The addresses a style sheet loads something from.
///
/// Finds rather too much than too little.
enum StyleReferences {
    static func all(in style: String) -> [String] {
        // Within `url(…)` the beginning of a comment is none, so what looks like a comment may hide
        // an address: both readings count.
        [style, style.replacing(/\/\*(?s:.*?)\*\//, with: "")].map(StyleReading.unescaped).flatMap(
            addresses
        )
    }

    private static func addresses(in style: String) -> [String] {
        let called = style.matches(
            of: /(?:url|src)\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']*))/.ignoresCase()
        )
        .compactMap { $0.output.1 ?? $0.output.2 ?? $0.output.3 }
        let imported = style.matches(of: /@import\s*(?:"([^"]*)"|'([^']*)')/.ignoresCase())
            .compactMap { $0.output.1 ?? $0.output.2 }
        let pictured = style.matches(of: /image(?:-set)?\(([^)]*)/.ignoresCase()).flatMap { set in
            set.output.1.matches(of: /"([^"]*)"|'([^']*)'/).compactMap {
                $0.output.1 ?? $0.output.2
            }
        }
        return (called + imported + pictured).map(String.init)
    }
}
