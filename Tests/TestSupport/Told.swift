package import MailCore

/// Tests look for a few words of what is told.
extension Worded {
    package func contains(_ words: String) -> Bool { description.contains(words) }

    package func hasPrefix(_ words: String) -> Bool { description.hasPrefix(words) }
}

extension Kept {
    package func contains(_ words: String) -> Bool { english.contains(words) }
}
