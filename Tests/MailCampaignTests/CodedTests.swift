import Foundation
import MailCore
import MailImport
import Testing

/// What is kept as a code comes back from it, and has words in both languages.
struct CodedTests {
    @Test func `every code is read back as what it was`() {
        expectKept(ToldSamples.rows)
        expectKept(ToldSamples.states)
        expectKept(ToldSamples.pauses)
        expectKept(ToldSamples.troubles)
        expectKept(ToldSamples.warnings)
        expectKept(ToldSamples.dropped)
    }

    private func expectKept<Fact: Coded & Worded>(_ facts: [Fact]) {
        for fact in facts {
            #expect(Kept<Fact>(fact.kept) == .fact(fact), "\(fact.kept)")
            // The column of a row has one on each line.
            #expect(!fact.kept.contains("\n") && !fact.code.isEmpty)
        }
    }

    /// Journals hold these words: one that is missing here has been spelt another way.
    @Test func `no code that was kept once is spelt another way`() {
        #expect(Self.codes(ToldSamples.rows) == Self.rowCodes)
        #expect(Self.codes(ToldSamples.states) == Self.stateCodes)
        #expect(Self.codes(ToldSamples.pauses) == Self.pauseCodes)
        #expect(Self.codes(ToldSamples.troubles) == Self.troubleCodes)
        #expect(Self.codes(ToldSamples.warnings) == Self.warningCodes)
        #expect(Self.codes(ToldSamples.dropped) == ["content", "header"])
        #expect(StartFlaw.allCases.map(\.rawValue).sorted() == Self.startCodes)
        #expect(Doubt.allCases.map(\.rawValue).sorted() == Self.doubtCodes)
        let whole: [(String, String)] = [
            (
                RowReason.fieldCount(fields: 3, header: 8).kept,
                #"{"field-count":{"fields":3,"header":8}}"#
            ),
            (RowReason.start(flaw: .noDate, time: nil).kept, #"{"start":{"flaw":"no-date"}}"#),
            (
                PauseReason.again(what: .connectionLost, times: 20, minutes: 14).kept,
                #"{"again":{"minutes":14,"times":20,"what":{"connection-lost":{}}}}"#
            ),
            (
                StateReason.unknown(doubt: .timeout).kept,
                #"{"unknown":{"doubt":"no-reply-in-time"}}"#
            ),
        ]
        for (kept, expected) in whole { #expect(kept == expected) }
    }

    /// As they are kept: the one key of the object.
    private static func codes<Fact: Coded>(_ facts: [Fact]) -> [String] {
        Set(facts.map { String($0.kept.dropFirst(2).prefix { $0 != "\"" }) }).sorted()
    }

    @Test func `a sentence of an older version stays what it was`() throws {
        for text in [
            "Not on a chosen day.", "", "{", "{\"", #"{"field-count":{}}"#, #"{"new":{}}"#,
        ] {
            let kept = Kept<RowReason>(text)
            #expect(kept == .sentence(text) && kept.text == text && kept.english == text)
            #expect(kept.code == nil)
        }
        let facts = try JSONDecoder().decode(
            [Kept<RowReason>].self,
            from: Data(#"["Another site.",{"another-site":{}}]"#.utf8)
        )
        #expect(facts == [.sentence("Another site."), .fact(.anotherSite)])
    }

    @Test func `each has words of its own in both languages`() {
        expectWords(ToldSamples.rows)
        expectWords(ToldSamples.states)
        expectWords(ToldSamples.pauses)
        expectWords(ToldSamples.troubles)
        expectWords(ToldSamples.warnings)
    }

    private func expectWords(_ facts: [some Coded & Worded]) {
        for fact in facts {
            let words = fact.words
            #expect(words.en.count > 3 && words.de.count > 3, "\(fact.kept)")
            #expect(words.en != words.de, "\(fact.kept)")
        }
    }

    private static let rowCodes = [
        "another-service", "another-site", "before", "cancelled-by-status", "choice-empty",
        "decided", "disguised-letters", "doubtful-address", "doubtful-status", "encoded-twice",
        "escaped-text", "field-count", "further-person", "guessed-letters", "half-known",
        "invalid-address", "leftover", "lost-letter-in-name", "made-up-address", "many-people",
        "misspelt", "mixed-alphabets", "no-address", "no-contact", "no-such-top-level", "no-text",
        "not-on-chosen-day", "own-address", "past", "perhaps-told", "repeated",
        "several-addresses", "start", "taken-for-real", "test-or-block", "told-before",
        "told-with-template", "unfinished-form", "unknown-status", "unknown-zone",
        "unsendable-address", "value",
    ]

    private static let startCodes = [
        "has-seconds", "no-date", "no-half", "no-time", "odd-year", "other-order",
        "repeated-hour", "skipped-hour", "slashed-date", "stray-text", "swapped-date",
        "two-times", "unreadable-date", "unreadable-time", "wrong-weekday",
    ]

    private static let stateCodes = [
        "connection-lost", "deferred", "doubtfully-refused", "no-time-for-another",
        "no-time-left", "older-journal", "refused", "relay-fault", "ruled", "session-ended",
        "unknown",
        "withdrawn",
    ]

    private static let doubtCodes = [
        "contradiction", "lost-after-dot", "no-reply-in-time", "not-a-reply", "older-journal",
        "program-ended",
    ]

    private static let pauseCodes = [
        "again", "asked", "connection-lost", "goes-again", "left-unknown", "many-recipients",
        "many-refused", "not-sent", "older-journal", "own-address", "program-ended",
        "sender-refused", "session-ended", "session-refused", "set-aside", "too-large",
        "unconnected", "unknown", "written",
    ]

    private static let warningCodes = [
        "cancelling-remarks", "damaged-references", "empty-day-cells", "erased-people",
        "error-cells", "filled-rows", "formulas-without-value", "further-sheets",
        "hidden-columns", "hidden-sheet", "in-letter", "merged-ranges", "no-chosen-day",
        "odd-days", "old-file", "old-title", "other-day-in-name", "other-workbooks",
        "other-zone", "planned-follow-up", "rounded-phones", "several-services",
        "several-sites", "short-rows", "sorted-alone", "template", "told-by-follow-up",
        "unlike-names",
        "web-letters", "year-slip", "zeroless-phones", "zone-column",
    ]

    private static let troubleCodes = [
        "ca-file", "certificate", "clear-text", "closed", "host-unknown", "impossible-name",
        "key-changed", "login-not-offered", "login-refused", "no-common-tls", "no-handle",
        "no-other-token", "no-token", "not-encrypting", "not-smtp", "other-logins",
        "own-certificate", "silent", "too-much-before-tls", "unreachable", "unwanted",
        "waits-for-tls",
    ]
}
