/// Finds English where a clerk reads German.
enum EnglishWords {
    /// Words that no German sentence has, and hardly an English one does without.
    private static let all: Set<String> = [
        "the", "and", "of", "is", "are", "were", "has", "have", "to", "with", "not", "nothing",
        "nobody", "it", "they", "this", "that", "for", "from", "row", "rows", "message", "messages",
        "campaign", "appointment", "appointments", "sent", "sending", "accepted", "refused",
        "which", "been", "will", "would", "your", "you", "by", "again", "digest", "relay",
        "octets", "recipient", "journal's", "whole", "shown", "only", "than", "every", "each",
        "without",
        "login", "finished",
    ]

    /// Lines with at least one of them; what is typed, named or quoted is no sentence.
    static func lines(in screen: String) -> [String] {
        screen.split(whereSeparator: \.isNewline).map(String.init).filter { line in
            let words = spoken(line).lowercased().split { !$0.isLetter && $0 != "'" }
            return words.contains { all.contains(String($0)) }
        }
    }

    /// Without commands, options, codes in brackets, keys, paths and addresses.
    private static func spoken(_ line: String) -> String {
        line
            .replacing(/einzelpost [a-z]+[^;:,)„“]*/, with: " ")
            .replacing(/--[a-z-]+( [a-z-]+)?/, with: " ")
            .replacing(/\([a-z-]+\)/, with: " ")
            .replacing(/\[[a-z]+\]( [a-z_]+)?/, with: " ")
            .replacing(/[^ ]*[\/@._=][^ ]*[a-z][^ ]*/, with: " ")
    }
}
