/// Words of which such letters consist and which are nobody's first name: a letter that says “Ihr Termin” does
/// not name somebody who typed just these words into the form.
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
