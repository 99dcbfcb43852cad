import MailCampaign
import MailCore
import Testing

/// What older versions have kept in English is said in German where people read it.
struct StoredPhraseTests {
    @Test func `what was kept as a sentence before is still known`() {
        expectGerman(ToldSamples.rows)
        expectGerman(ToldSamples.states)
        expectGerman(ToldSamples.pauses.filter(\.wasKeptAsSentence))
        expectGerman(ToldSamples.warnings)
    }

    private func expectGerman(_ facts: [some Worded]) {
        for english in facts.map(\.words.en.text) {
            #expect(Sentence(stored: english).de.text != english, "\(english)")
        }
    }

    @Test(
        arguments: [
            (
                "1 of 3 chosen days has no row: Tue 2021-03-16. Check the days, and whether the file is complete.",
                "1 von 3 gewählten Tagen hat keine Zeile: Tue 2021-03-16. Prüfen Sie die Tage, und ob die Datei vollständig ist."
            ),
            (
                "The address is the authority's own. Reach this person another way.",
                "Das ist eine Adresse der Behörde selbst. Erreichen Sie die Person auf anderem Weg."
            ),
            (
                "value 1: its place holds a name that is also that of row 7, and its name holds a phone number: is that meant, or has somebody typed it there? Say --value 1 with --fine, --phone or --leave-out, or correct the row in the booking system and plan again",
                "Wert 1: im Feld Ort steht ein Name, auch in Zeile 7, und im Feld Name steht eine Telefonnummer. Ist das so gemeint, oder hat es jemand dort hineingeschrieben? Antworten Sie mit --value 1 und --fine, --phone oder --leave-out, oder berichtigen Sie die Zeile im Buchungssystem und planen Sie neu"
            ),
            (
                "lines 1, 2 and 845 not counted (titles, sums, repeated headers)",
                "Textzeilen 1, 2 und 845 nicht gezählt (Titel, Summen, wiederholte Überschriften)"
            ),
        ]
    )
    func `values and phrases within phrases are said, too`(english: String, german: String) {
        #expect(Sentence(stored: english).de.text == german)
        #expect(Sentence(stored: english).en.text == english)
    }

    @Test(arguments: ["", "Rollstuhl, and Hund", "Eingang B", "{1}", "row 3"])
    func `what this program has not written stays as it is`(text: String) {
        #expect(Sentence(stored: text).de.text == text)
    }

    /// They only join phrases, and no values.
    private static let joints: Set = ["{1}, and {2}", "{1}. {2}"]

    @Test func `no phrase loses a value, and each knows its own text again`() {
        for (english, german) in StoredPhrases.pairs where !Self.joints.contains(english) {
            let gaps = { (text: String) in Set(text.matches(of: /\{[1-9]\}/).map { String($0.0) }) }
            #expect(gaps(english) == gaps(german), "\(english)")
            let filled = english.replacing(/\{([1-9])\}/) { "Wert\($0.1)" }
            let said = Sentence(stored: filled).de.text
            #expect(said != filled || english == german, "\(english)")
        }
    }
}

extension PauseReason {
    /// Not what is never kept; nor why there was no connection, of which German was known in part only.
    fileprivate var wasKeptAsSentence: Bool {
        switch self {
        case .unknown, .unconnected: false
        default: true
        }
    }
}
