import MailCore

/// The name that somebody gives with an approval: one that can be read.
package struct ApproverName: Hashable, Sendable {
    /// Without blanks around it.
    package let text: String

    /// Nil for blanks, and for characters that nobody sees.
    package init?(_ typed: String) {
        text = typed.trimmed
        let isReadable = text.unicodeScalars.contains {
            $0.isPrintable && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        guard isReadable else { return nil }
    }
}
