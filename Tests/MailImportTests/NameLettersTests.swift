import MailCore
import Testing

@testable import MailImport

struct NameLettersTests {
    @Test(arguments: [
        ("Jörg Müller", "joerg.mueller"), ("Jörg Müller", "j.muller"), ("Jörg Müller", "MUELLER77"),
        ("Jörg Müller", "mueller+termin"), ("Ayşe Yılmaz", "yilmaz.ayse"),
        ("Hans-Peter Öztürk-Schmidt", "hp.oeztuerk"), ("Hans-Peter Öztürk", "hans_peter"),
        ("Ida Groß", "i.gross"), ("Käthe Weiß", "kaethe1938"), ("Anna-Lena von der Heide", "heide"),
        ("An Li", "li.an"), ("Kai Ehl", "k.ehl"), ("Kai Ehl", "ehl-k"), ("Zoé Lefèvre", "lefevre"),
        ("Søren Ek", "sorenek"), ("Familie Mustermann", "mustermann"),
    ])
    func `a mailbox is like a name however it spells it`(name: String, local: String) throws {
        #expect(try isAlike(name, local))
    }

    @Test(arguments: [
        ("Jörg Müller", "ayse.yilmaz"), ("Familie Mustermann", "familie.yilmaz"),
        ("Frau Heide", "frau.holle"), ("Ida Groß", "ida"), ("Kai Ehl", "mikaehler"),
        ("An Li", "julian"),
        ("Jörg Müller", "a"), ("Jörg Müller", "4711"),
    ])
    func `a mailbox is not like a name by chance`(name: String, local: String) throws {
        #expect(try !isAlike(name, local))
    }

    @Test(arguments: ["", "Li", "Frau", "ليلى حداد", "X. Y."])
    func `too few letters are no name to compare`(name: String) {
        #expect(NameLetters(folded: name.folded) == nil)
    }

    private func isAlike(_ name: String, _ local: String) throws -> Bool {
        let letters = try #require(NameLetters(folded: name.folded))
        let address = try EmailAddress(parsing: "\(local)@example.org")
        return letters.resemble(NameLetters.letters(of: address))
    }
}
