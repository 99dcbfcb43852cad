package import MailCore

/// What `check --links` found on the imprint and the privacy page.
package struct LinkReport: Sendable {
    package let pages: [PageReport]
    /// The file of certificates that were trusted instead of the system's, if any.
    package let trusted: String?

    /// Warnings alone break no promise.
    package var isFine: Bool { pages.allSatisfy(\.problems.isEmpty) }
}
