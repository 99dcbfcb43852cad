import Crypto
import Foundation
package import MailCore

/// Somebody who is in, by a link or by their sign-in at a proxy; kept in memory alone, so that a restart ends every session.
package struct Session: Sendable {
    /// What the cookie says.
    package let id: String
    /// Their name at the proxy; nil for whoever has a link.
    package let person: String?
    package let began: Duration
    package internal(set) var seen: Duration
    package internal(set) var language: Language
    /// Campaigns whose people are shown in full, each until then.
    package internal(set) var unmasked: [String: Duration] = [:]
    /// Said once, on the next page.
    package internal(set) var news: Sentence?
    private let key: SymmetricKey

    init(
        of person: String? = nil,
        randomness: Randomness,
        at now: Duration,
        language: Language
    ) {
        self.person = person
        id = Hexadecimal.text(of: randomness.octets(16))
        key = SymmetricKey(data: randomness.octets(32))
        began = now
        seen = now
        self.language = language
    }

    /// What every form of this session carries, so that no other page can send one.
    package var formToken: String {
        Hexadecimal.text(of: HMAC<SHA256>.authenticationCode(for: Self.form, using: key))
    }

    /// In a time that tells nothing of how far it is right.
    package func isFormToken(_ text: String) -> Bool {
        guard let octets = Hexadecimal.octets(text, count: 32) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            octets,
            authenticating: Self.form,
            using: key
        )
    }

    private static let form = Data("form".utf8)

    func isOver(at now: Duration) -> Bool {
        now - seen > Self.longestPause || now - began > Self.longest
    }

    package static let longestPause = Duration.seconds(30 * 60)
    package static let longest = Duration.seconds(10 * 60 * 60)
    /// People in full are masked again by themselves.
    package static let longestSight = Duration.seconds(10 * 60)
}
