import MailCore

/// Letters in a domain that a reader takes for those of another alphabet.
///
/// `gmаil.com` with a Cyrillic `а` is a domain like any other, with an owner of its own, and no eye
/// can tell it from the one that was meant. It comes into a cell by a keyboard left in the wrong
/// language, or by somebody who wants the mail.
enum LookAlikeLetters: Hashable, Sendable {
    /// One label holds letters of two alphabets.
    case mixed
    /// One label is Cyrillic or Greek, and each of its letters has the shape of a Latin one.
    case disguised

    /// Looks at a domain in A-labels; nil if each label is what it looks like.
    init?(in domain: String) {
        guard domain.contains("xn--"), let letters = InternationalName.letters(of: domain) else {
            return nil
        }
        let labels = letters.split(separator: ".")
        // Under a top-level domain in its own letters a label can be taken for nothing else.
        let isTopLatin = labels.last.map(Self.isASCII) ?? false
        if labels.contains(where: Self.isMixed) {
            self = .mixed
        } else if isTopLatin, labels.contains(where: Self.isDisguised) {
            self = .disguised
        } else {
            return nil
        }
    }

    /// UTS 39 section 5.2, "highly restrictive", for labels with Latin, Greek or Cyrillic letters:
    /// one script alone, or Latin beside Chinese, Japanese and Korean ones.
    ///
    /// Digits, hyphens and combining marks belong to every script (section 5.1).
    private static func isMixed(_ label: Substring) -> Bool {
        guard label.contains(/[\p{Latin}\p{Greek}\p{Cyrillic}]/) else { return false }
        let latin =
            #/
            [
                \p{Latin} \p{Han} \p{Hiragana} \p{Katakana} \p{Hangul} \p{Bopomofo}
                \p{Common} \p{Inherited}
            ]+
            /#
        let greek = /[\p{Greek}\p{Common}\p{Inherited}]+/
        let cyrillic = /[\p{Cyrillic}\p{Common}\p{Inherited}]+/
        return ![latin, greek, cyrillic].contains { alphabet in
            label.wholeMatch(of: alphabet.matchingSemantics(.unicodeScalar)) != nil
        }
    }

    /// The small letters for which the data of UTS 39 (confusables.txt) names a small Latin one.
    private static func isDisguised(_ label: Substring) -> Bool {
        [/[агеорсухѕіјѡѵүһҽӏԁԛԝ0-9-]+/, /[αγινορσυ0-9-]+/].contains { shapes in
            label.wholeMatch(of: shapes) != nil
        } && !isASCII(label)
    }

    private static func isASCII(_ label: Substring) -> Bool { label.utf8.allSatisfy { $0 < 0x80 } }
}
