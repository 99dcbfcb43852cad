/// What the program does not know and a person has to write, in papers in German.
enum Blank {
    /// Looks the same everywhere, so that it is found by searching.
    static func fill(_ what: String) -> String { "[bitte ergänzen: \(what)]" }

    static func choose(_ what: String) -> String { "[bitte entscheiden: \(what)]" }

    /// Something that is configured, or the blank for it.
    static func or(_ value: String?, _ what: String) -> String { value ?? fill(what) }

    /// How many stand in a text.
    static func count(in text: String) -> Int { text.ranges(of: "[bitte ").count }

    /// A line to tick.
    static func tick(_ text: String) -> String { "[ ] \(text)" }
}
