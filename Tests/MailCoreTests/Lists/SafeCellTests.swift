import MailCore
import TestSupport
import Testing

/// Cells of lists that are opened in spreadsheets.
struct SafeCellTests {
    /// Signs that begin a formula, in the widths of Unicode.
    private static let signs: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−",
    ]

    @Test(arguments: FormulaPayloads.all)
    func `no payload begins a cell, wherever the line is divided`(payload: String) throws {
        let text = SafeCell(text: payload).text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        for part in text.split(whereSeparator: { ",;|\t".contains($0) }) {
            let first = part.unicodeScalars.first {
                !" \"\u{A0}\u{3000}\u{200D}".unicodeScalars.contains($0)
            }
            if let first { #expect(!Self.signs.contains(first), "\(text)") }
        }
    }

    /// The payload is still to be read: nobody looks for a name that has vanished.
    @Test(arguments: FormulaPayloads.plain)
    func `what follows the apostrophe is the text itself`(payload: String) {
        let text = SafeCell(text: payload).text
        #expect(text.hasPrefix("'"))
        #expect(text.replacing("'", with: "") == payload.replacing("'", with: ""))
    }

    @Test(arguments: [
        "Müller-Lüdenscheidt", "O'Neill", "von der Höhe", "d’Ávila", "Łukasz", "李", "Ümit Öz",
        "Impfzentrum Musterkreis, Halle 2", "BZ-4700011", "0171 4710033 (mobil)", "Haus A/B",
        "علی\u{200C}رضا", "Erika \"Rike\" Muster", "Null", "E", "Mai", "April August", "DECK12",
        "MA12", "Halle 2", "SEP2A", "August von 12", "12 Maier", "MRZ_21",
    ])
    func `ordinary text stays as it is`(text: String) {
        #expect(SafeCell(text: text).text == text)
    }

    @Test(arguments: [
        "+49 221 4710 001", "02214710001", "0221/4710001", "(0221) 4710001", "0221 4710-001",
        "0221.4710.001", "00123", "1-2021", "12:30", "1E5", "٠١٢٣٤", "DEC12", "MRZ21", "SEP2",
        "1-MAR", "12 Mai", "12. März 21", "Jän-21", "Sept. 5", "OKT/2021", "9:30 PM",
        "5 Dezember 2021 9:30 am",
    ])
    func `numbers that are names of something stay text`(text: String) {
        #expect(SafeCell(text: text).text == "'\(text)")
    }

    @Test(arguments: [
        ("a\r\nb", "a  b"), ("a\u{0}b", "a␀b"), ("a\tb", "a b"), ("a\u{2028}b", "a b"),
        ("a\u{1B}[2Kb", "a␛[2Kb"), ("\u{202E}bca", "\\u{202E}bca"), ("\u{FEFF}abc", "\\u{FEFF}abc"),
        ("  abc", "abc"), ("", ""), (" \n", ""),
    ])
    func `breaks become blanks, and what nobody sees is shown`(text: String, expected: String) {
        #expect(SafeCell(text: text).text == expected)
    }

    @Test func `numbers and times of our own can be calculated with and sorted`() throws {
        let day = try #require(LocalDay(year: 2021, month: 3, day: 6))
        #expect(SafeCell(time: LocalTime(day: day, hour: 9, minute: 5)).text == "06.03.2021 09:05")
        #expect(SafeCell(number: 1731).text == "1731")
        #expect(SafeCell(text: nil).text == "")
    }

    @Test func `a cell does not tell itself`() {
        let cell = SafeCell(text: "Distelkamp")
        #expect(!"\(cell) \(String(reflecting: [cell]))".contains("Distelkamp"))
    }
}
