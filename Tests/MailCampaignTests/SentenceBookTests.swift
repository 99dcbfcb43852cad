import Foundation
import MailCampaign
import MailCore
import Testing

/// Every sentence of the program in both languages, one under the other, for whoever reads them
/// (`make sentences`).
struct SentenceBookTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL

    private static let all: [SourceSentence] = {
        let sources = root.appending(path: "Sources").path
        let names = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String }
        return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
            let text = (try? String(contentsOfFile: "\(sources)/\(name)", encoding: .utf8)) ?? ""
            return SourceSentence.all(in: text, of: name)
        }
    }()

    /// Every case of what is kept as a code, with values.
    private static var told: [any Coded & Worded] {
        var told: [any Coded & Worded] = ToldSamples.rows
        told += ToldSamples.states as [any Coded & Worded]
        told += ToldSamples.pauses as [any Coded & Worded]
        told += ToldSamples.troubles as [any Coded & Worded]
        told += ToldSamples.warnings as [any Coded & Worded]
        told += ToldSamples.dropped as [any Coded & Worded]
        return told
    }

    /// Words that no German sentence has; codes and options are English always.
    private static let english: Set<String> = [
        "the", "and", "of", "is", "are", "were", "has", "have", "with", "not", "nothing", "nobody",
        "they", "this", "that", "row", "rows", "message", "messages", "appointment", "accepted",
        "refused", "which", "been", "will", "your", "you", "again", "relay", "digest", "octets",
        "recipient", "sent", "whole", "every", "each",
    ]

    @Test func `no sentence is missing or empty`() {
        #expect(Self.all.count > 400)
        // What has no letter only stands between others.
        for sentence in Self.all
        where (sentence.english + sentence.german).contains(where: \.isLetter) {
            #expect(!sentence.german.trimming.isEmpty, "\(sentence.place)")
            #expect(!sentence.english.trimming.isEmpty, "\(sentence.place)")
        }
    }

    @Test func `no German sentence holds an English word`() {
        for sentence in Self.all {
            let words = Self.words(of: sentence.german).intersection(Self.english)
            #expect(words.isEmpty, "\(sentence.place): \(words)")
        }
        for told in Self.told {
            let words = Self.words(of: told.words.de.text).intersection(Self.english)
            #expect(words.isEmpty, "\(told.code): \(words)")
        }
        for phrase in StoredPhrases.pairs {
            let words = Self.words(of: phrase.german).intersection(Self.english)
            #expect(words.isEmpty, "\(phrase.german): \(words)")
        }
    }

    @Test func `nobody is named, and no address but a reserved one`() {
        for sentence in Self.all {
            for text in [sentence.english, sentence.german] {
                let addresses = text.matches(of: /[a-z.]+@[a-z.-]+/).map { String($0.0) }
                    // What an address looks like is told with this one.
                    .filter { !$0.hasSuffix("@domain") }
                #expect(addresses.isEmpty, "\(sentence.place): \(addresses)")
            }
        }
    }

    /// What docs/glossary.md says that German sentences do not use.
    @Test func `German sentences keep to the glossary`() throws {
        let glossary = try String(
            contentsOf: Self.root.appending(path: "docs/glossary.md"),
            encoding: .utf8
        )
        let section = try #require(glossary.split(separator: "## In German").dropFirst().first)
        let forbidden = section.matches(of: /(?m)^\| \*\*([^|*]+)\*\* \|/).flatMap {
            String($0.1).split(separator: ", ").map { $0.lowercased() }
        }
        #expect(forbidden.count > 5)
        for sentence in Self.all {
            let words = Self.words(of: sentence.german).intersection(Set(forbidden))
            #expect(words.isEmpty, "\(sentence.place): \(words)")
        }
    }

    @Test func `the book is written for its reader`() throws {
        var book = ""
        for sentence in Self.all {
            book += "\(sentence.place)\n  en  \(sentence.english)\n  de  \(sentence.german)\n\n"
        }
        for told in Self.told {
            book += "kept as \(told.code)\n  en  \(told.words.en)\n  de  \(told.words.de)\n\n"
        }
        for phrase in StoredPhrases.pairs {
            book += "stored\n  en  \(phrase.english)\n  de  \(phrase.german)\n\n"
        }
        #expect(book.contains("vom Mailserver angenommen"))
        guard let path = ProcessInfo.processInfo.environment["EINZELPOST_SENTENCES"] else { return }
        try Data(book.utf8).write(to: URL(filePath: path))
    }

    /// What is typed, named or put in brackets as a code is no sentence.
    private static func words(of text: String) -> Set<String> {
        let spoken = text.replacing(/einzelpost [a-z]+/, with: " ")
            .replacing(/--[a-z-]+( [a-z-]+)?/, with: " ")
            .replacing(/\([a-z-]+\)/, with: " ")
            .replacing(/[^ ]*[\/@_=][^ ]*/, with: " ")
            .replacing(/\[[a-z]+\]( [a-z_]+)?/, with: " ")
            .replacing(/[a-z]+\.[a-z]+\b/, with: " ")
            .replacing("„Two people“", with: " ").replacing("„rows“", with: " ")
            .replacing("Message-ID", with: " ")
        return Set(spoken.lowercased().split { !$0.isLetter }.map(String.init))
    }
}

extension String {
    fileprivate var trimming: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
