/// Words that letters of this kind are made of and that are nobody's first name: whoever typed nothing
/// else into the form (“Ihr Termin”, “Haben Sie Fragen”) is not named by a letter that says so.
enum OrdinaryWords {
    static func contain(_ word: WordList.Word) -> Bool { hashes.contains(word.hash) }

    private static let hashes = Set(
        WordList(
            """
            Absage absagen abgesagt alle allen als also am an andere anderen antworten antwort auch auf aus
            automatisch bei beim bis bitte buchen damit danke darauf das dass dem den der des die diese diesem
            diesen dieser doch ein eine einem einen einer entfällt entfallen echt er es fällt fallen falls
            finden findet Fragen Frage für gelten gilt gibt gleiche guten haben hat hier ihnen ihr ihre ihrem
            ihren ihrer ihres im in Information Informationen ist jetzt kann kein keine keinen kommen können
            leider mehr melden mit müssen Nachricht nach neuen neue nicht nichts noch nur oder schreiben sehr
            sich sie sind so sobald statt Tag Termin Termine Terminen Termins tun Uhr um und uns unser unsere
            unter verschickt vom von vor war was weiter wenn werden wie wieder wir wird zu zum zur
            """
        ).words.map(\.hash)
    )
}
