import MailCore
import MailImport
import Testing

/// Names as they stand on lists in Central Europe, each the only one with a letter beyond ASCII.
struct CodePageYardstickTests {
    private static let names = """
        Müller Jäger Köhler Weiß Groß Özdemir Ünal Äpfelbach Schäfer Böhm Krüger Strauß Heßler
        Großmann Preiß Kühn Schröder Günther Fröhlich Bär Döring Kästner Lüders Süß Meißner
        Weißgerber Voß Straßer Faßbender Rößler Hübner Jürgens
        René André Renée Désirée Zoé Léon Noémie Cécile Élodie Émile Étienne Mélanie Zoë Noël
        Raphaël Anaïs Loïc François Gonçalves Hélène Lefèvre Thérèse Geneviève Irène Jérôme Benoît
        Kovács Szabó Tóth Horváth Németh Balázs Zoltán István Gábor László Márton Árpád Ádám Éva
        Šimek Škoda Dušan Miloš Tomáš Lukáš Žák Nováková Procházka Hájek Beneš Urbánek Novotný Veselý
        Šarić-Žilina Šabanović-Škrtel Bartoš Žofia Matúš
        García Martínez Rodríguez López Pérez Sánchez Muñoz Peña Núñez Ibáñez José María Jesús
        Ángel Óscar Raúl Inés Díaz Adrián Julián Sebastián
        João Simões Guimarães Conceição Søren Jørgensen Bjørn Håkan Åberg Kjær Næss
        D’Angelo O’Brien Çelik Gökçe Öztürk Çetin Küçük
        Bäumer Hölzl Zöllner Grünwald Weißmüller Kößler Strößner Fuß Roß Haßler Übelacker Ölschläger
        Ängström Gräfin Sébastien Aurélie Gaëlle Maëlys Clément Frédéric Côme Hervé Eugène Solène
        Agnès Mihály Béla Ágnes Ottó Rózsa Géza Michálek Šoštarec Dušica Nataša Jež Peñalver Begoña
        Zúñiga Álvarez Fernández Hernández Gómez Belén Cláudia Ørsted Grønlund Kåre Lindström Sjögren
        Åkesson Sæther Niccolò Lucà Mosè Forlì MÜLLER JÄGER GROß KÖHLER ÖZDEMIR ŠIMEK KOVÁCS
        Željko Žan Živa Žerjav Hašek Tomášek Ève Loïs Joël Michaël Ismaël Naïma Aïcha Türkân Süleyman
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let pages: [ScheduleEncoding] = [.windows1252, .iso8859_15, .cp850, .macintosh]

    /// What becomes of every name that a page can write.
    private func tally(of page: ScheduleEncoding) throws -> (
        right: Int, asked: [String], wrong: [String]
    ) {
        var (right, asked, wrong) = (0, [String](), [String]())
        for name in Self.names {
            guard let bytes = Bytes.of(name, in: page) else { continue }
            let text = Array("E-Mail;Nachname;Vorname;Datum;Uhrzeit\r\nk1@d1.example.org;".utf8)
            let rest =
                ";Anna;16.03.2021;08:00\r\nk2@d2.example.org;Brandt;Bernd;16.03.2021;09:00\r\n"
            do {
                let schedule = try Schedules.read(bytes: text + bytes + Array(rest.utf8))
                let read = schedule.rows.first?.contact?.name.last
                if read == name { right += 1 } else { wrong.append("\(name) as \(read ?? "-")") }
            } catch let error as ScheduleError where error.question != nil {
                asked.append(name)
            }
        }
        return (right, asked, wrong)
    }

    @Test(arguments: pages)
    func `no name is read wrongly without a question`(page: ScheduleEncoding) throws {
        let (right, asked, wrong) = try tally(of: page)
        #expect(wrong == [])
        #expect(right + asked.count > 170)
        #expect(right > 110, "asked: \(asked)")
    }

    @Test func `names in the code page of German spreadsheets are hardly ever asked about`() throws
    {
        let (right, asked, _) = try tally(of: .windows1252)
        #expect(asked.count * 20 <= right + asked.count, "\(asked)")
    }
}

/// Text in a code page.
enum Bytes {
    /// Nil where the page lacks a letter, or the text is ASCII.
    static func of(_ text: String, in encoding: ScheduleEncoding) -> [UInt8]? {
        guard let page = pages[encoding] else { return nil }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else if let byte = page[scalar] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes.contains { $0 >= 0x80 } ? bytes : nil
    }

    /// What each page adds to ASCII, spelled once more, so that a wrong table is seen.
    private static let pages: [ScheduleEncoding: [Unicode.Scalar: UInt8]] = [
        .windows1252: bytes(
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
            [
                0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91,
                0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
            ]
        ).merging(latin1) { first, _ in first },
        .iso8859_15: latin1.merging(
            bytes("€ŠšŽžŒœŸ", [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE])
        ) { _, second in second },
        .cp850: bytes(
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑ",
            Array(0x80...0xA5)
        ).merging(
            bytes(
                "ÁÂÀãÃÊËÈÍÎÏÌÓßÔÒõÕÚÛÙýÝ",
                [
                    0xB5, 0xB6, 0xB7, 0xC6, 0xC7, 0xD2, 0xD3, 0xD4, 0xD6, 0xD7, 0xD8, 0xDE, 0xE0,
                    0xE1,
                    0xE2, 0xE3, 0xE4, 0xE5, 0xE9, 0xEA, 0xEB, 0xEC, 0xED,
                ]
            )
        ) { first, _ in first },
        .macintosh: bytes(
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü",
            Array(0x80...0x9F)
        ).merging(
            bytes(
                "ß´ÆØæøÀÃÕŒœ–—“”‘’ÿŸ„ÂÊÁËÈÍÎÏÌÓÔÒÚÛÙ",
                [
                    0xA7, 0xAB, 0xAE, 0xAF, 0xBE, 0xBF, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0, 0xD1,
                    0xD2,
                    0xD3, 0xD4, 0xD5, 0xD8, 0xD9, 0xE3, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB,
                    0xEC,
                    0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4,
                ]
            )
        ) { first, _ in first },
        .windows1250: bytes(
            "ŠŚŤŽŹšśťžźŁĄŻłążŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőöřůúűüýţ",
            [
                0x8A, 0x8C, 0x8D, 0x8E, 0x8F, 0x9A, 0x9C, 0x9D, 0x9E, 0x9F, 0xA3, 0xA5, 0xAF, 0xB3,
                0xB9, 0xBF,
            ] + Array(0xC0...0xD6) + Array(0xD8...0xF6) + Array(0xF8...0xFE)
        ),
    ]

    private static let latin1 = Dictionary(
        uniqueKeysWithValues: (UInt8(0xA0)...0xFF).map { (Unicode.Scalar($0), $0) }
    )

    private static func bytes(_ text: String, _ bytes: [UInt8]) -> [Unicode.Scalar: UInt8] {
        Dictionary(uniqueKeysWithValues: zip(text.unicodeScalars, bytes))
    }
}
