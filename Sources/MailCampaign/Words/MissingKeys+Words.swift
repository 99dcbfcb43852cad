package import MailCore

extension MissingKeys: PrintableError {
    package var words: Sentence {
        areLost
            ? Sentence(
                en:
                    "the keys of \(names) are lost, so nobody of them can be told or seen any more; "
                    + "einzelpost erase ends each of them",
                de:
                    "Die Schlüssel von \(names) sind verloren; niemand daraus ist noch zu benachrichtigen oder zu sehen. "
                    + "Beenden lassen sich diese Aktionen mit: einzelpost erase"
            )
            : Sentence(
                en:
                    "the keys of \(names) are not in \(store), so nobody of them can be told, and it is not known who was told "
                    + "before. Put the key store back; if it is lost for good, say so: einzelpost keys --lost",
                de:
                    "Die Schlüssel von \(names) fehlen in \(store); niemand daraus ist zu benachrichtigen, und wer schon "
                    + "benachrichtigt ist, wird nicht erkannt. Legen Sie die Schlüsselablage zurück. Ist sie endgültig "
                    + "verloren, sagen Sie es: einzelpost keys --lost"
            )
    }

    private var names: Sentence {
        campaigns.isEmpty
            ? Sentence(en: "this journal", de: "diesem Journal")
            : Sentence(same: "\(campaigns.joined(separator: ", "))")
    }
}
