import MailCore
import Testing

/// C-01, C-02 and C-03: words that tell more about somebody than that they have an appointment, however
/// they are written.
struct SensitiveWordsTests {
    static let subjects: [String] = [
        // Health.
        "Absage: Impftermin", "Absage HIV-Test", "Absage Krebsvorsorge", "Ihre Therapie entfällt",
        "Schwangerschaftsberatung fällt aus", "Absage Suchtberatung", "Absage psychiatrische Hilfe",
        "Pflegegutachten entfällt", "Termin beim Amtsarzt", "Absage Reha-Termin", "PCR entfällt",
        // Need, debt.
        "Absage: Termin im Jobcenter", "Termin Bürgergeld", "Wohngeld: Absage", "Ihr Hartz-Termin",
        "Schuldnerberatung fällt aus", "Absage Insolvenzberatung", "Pfändung: Termin entfällt",
        // Belief, origin, guilt, family.
        "Kirchenaustritt: Absage", "Absage Asylberatung", "Absage Einbürgerung", "Aufenthaltstitel",
        "Bewährungshilfe: Absage", "Anhörung Bußgeld entfällt", "Absage MPU", "Jugendamt: Absage",
        "Absage Scheidung", "Absage Vaterschaft", "Beratung für Prostituierte", "Frauenhaus",
        // Other languages.
        "Your vaccination is cancelled", "Debt advice cancelled", "Asylum appointment",
        "Rendez-vous vaccination annulé", "Aşı randevunuz iptal", "Прививка отменена",
        "Щеплення скасовано", "تم إلغاء موعد اللقاح", "Szczepienie odwołane",
        // However the letters are written.
        "IMPFUNG", "Ｉｍｐｆｔｅｒｍｉｎ", "𝗜𝗺𝗽𝗳𝘁𝗲𝗿𝗺𝗶𝗻", "Im\u{AD}pfung", "Im\u{200D}pfung",
    ]

    @Test(arguments: subjects)
    func `C-01: a subject tells nobody what the appointment is for`(subject: String) throws {
        let source = try LintScene.shipped()
        let found = try LintScene.findings(in: source.with(subject: subject))
        #expect(found.contains { $0.rule == .subjectWords && $0.severity == .error }, "\(found)")
    }

    @Test(arguments: [
        "Absage: Ihr Termin am {{tag}} findet nicht statt", "Unsere Entscheidung", "Entschuldigung",
        "Wir haben Sie gesucht", "Absage Besuch im Gasthaus", "Ihre Geduld", "Botschaft",
        "Absage Führung durch die Bücherei", "Ausweis: Termin fällt aus", "Ihr Termin, Zimmer 3",
    ])
    func `C-01: an ordinary subject has no finding`(subject: String) throws {
        let source = try LintScene.shipped()
        #expect(try LintScene.findings(in: source.with(subject: subject)) == [])
    }

    @Test(arguments: ["Termin der Schuldnerberatung", "HIV-Test", "Jobcenter"])
    func `C-01: the first words, which phones show, count like the subject`(words: String) throws {
        let source = try LintScene.shipped()
        let text = try LintScene.findings(in: source.with(text: "\(words)\n" + source.text))
        #expect(text.contains { $0.rule == .subjectWords && $0.file == "message.txt" }, "\(text)")
        let html = try LintScene.findings(inHTML: "<p>\(words)</p>")
        #expect(html.contains { $0.rule == .subjectWords && $0.file == "message.html" }, "\(html)")
    }

    @Test func `C-02: further below such words are a warning`() throws {
        let found = try LintScene.findings(inText: "Termine der Schuldnerberatung gelten weiter.")
        let words = found.filter { $0.rule == .bodyWords }
        #expect(!words.isEmpty && words.allSatisfy { $0.severity == .warning })
    }

    @Test(arguments: [
        "Astra<b>Zeneca</b>", "Astra&shy;Zeneca", "A&#115;traZeneca", "Ａｓｔｒａ",
        "Astra&ZeroWidthSpace;Zeneca",
    ])
    func `C-02: names of vaccines are found however they are written`(planted: String) throws {
        let found = try LintScene.findings(inHTML: "<p>\(planted)</p>")
        #expect(found.contains { $0.rule == .bodyWords && $0.severity == .error }, "\(found)")
    }

    @Test(arguments: [
        "\u{410}straZeneca", "Impf\u{443}ng", "\u{399}hr Termin", "Term\u{456}n",
        "nich\u{336}t", "n\u{338}icht", "Ihr\u{200B}Termin", "\u{2063}Termin", "Termin\u{FEFF}",
        "\u{2066}Termin", "Ter\u{E0041}min",
    ])
    func `C-03: letters of two alphabets, struck-out and invisible ones are found`(word: String)
        throws
    {
        for found in [
            try LintScene.findings(inText: word), try LintScene.findings(inHTML: "<p>\(word)</p>"),
            try LintScene.findings(in: LintScene.shipped().with(subject: "Absage \(word)")),
        ] {
            #expect(found.contains { $0.rule == .leftovers && $0.severity == .error }, "\(found)")
        }
    }

    @Test(arguments: [
        "Ваша встреча отменена.", "Το ραντεβού σας ακυρώθηκε.", "تم إلغاء موعدكم.", "您的预约已取消。",
        "Termin\u{AD}absage", "می\u{200C}شود", "\u{200F}شارع 5", "Wizyta odwołana – nie przychodź.",
    ])
    func `C-03: other languages have no finding`(line: String) throws {
        let found = try LintScene.findings(inText: line).filter { $0.rule != .sameWords }
        #expect(found == [])
    }

    /// What docs/linter.md declares that nobody looks for.
    static let notFound: [String] = [
        "Absage: Ihr Piks", "Absage: Ihr Termin bei Dr. Muster", "Absage 1mpfung",
        "Absage I m p f u n g",
        "Absage: Termin in Zimmer 3 der Kasse", "Ваш укол отменен", "Absage gnufpmI",
        // All letters Cyrillic.
        "Absage \u{441}\u{43E}\u{475}\u{456}\u{501}",
    ]

    @Test(arguments: notFound)
    func `declared: what is circumscribed, spelled out or taken apart is not found`(subject: String)
        throws
    {
        let source = try LintScene.shipped()
        #expect(try LintScene.findings(in: source.with(subject: subject)) == [])
    }

    /// Hiding that both parts have in common keeps nothing from whoever approves: they read the text.
    @Test func `declared: much space in front of words that stand in both parts is not found`()
        throws
    {
        let source = try LintScene.shipped()
        let far = String(repeating: "<br>", count: 200)
        let html = try #require(source.html).replacing("</main>", with: "\(far)<p>Unten</p></main>")
        let text = source.text.replacing("\n{{behoerde}}", with: "\nUnten\n{{behoerde}}")
        #expect(try LintScene.findings(in: source.with(text: text, html: html)) == [])
    }
}
