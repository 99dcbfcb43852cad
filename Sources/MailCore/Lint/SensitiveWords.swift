/// Words that tell others more about somebody than that they have an appointment: health, need, debt,
/// belief, origin, guilt, family.
///
/// Stems, in the languages that authorities write in; never complete (docs/linter.md says what is not
/// found).
enum SensitiveWords {
    /// The stems that occur in a text, however its letters are written.
    static func found(in text: String) -> [String] {
        let folded = PlainLetters.folded(text)
        let words = Set(folded.split { !$0.isLetter }.map(String.init))
        let inside = anywhere.filter(folded.contains)
        let first = beginning.filter { stem in words.contains { $0.hasPrefix(stem) } }
        return inside + first.filter { stem in !inside.contains { $0.contains(stem) } }
    }

    /// Also in the middle of a compound.
    private static let anywhere = [
        // Health.
        "impf", "vakzin", "astra", "biontech", "moderna", "dosis", "diagnos", "befund", "krank",
        "corona", "covid", "krebs", "onkolog", "psychi", "psycho", "psycha", "therapie",
        "suchtberat", "suchthilfe", "suchtklinik", "suchtkrank", "entzugs", "methadon",
        "schwanger", "abtreib", "gynäko", "urolog", "dialyse", "tumor", "chemoth", "hepatitis",
        "tuberkul", "infektio", "quarantäne", "geschlechtskr", "behinder", "pflegegrad",
        "pflegestufe", "pflegegutacht", "amtsarzt", "amtsärzt", "betreuungsgericht", "demenz",
        "blutspende", "untersuchung", "attest", "geburts", "versichert", "versicherungs",
        // Work and need.
        "jobcenter", "arbeitslos", "hartz", "bürgergeld", "sozialhilfe", "sozialamt",
        "grundsicherung", "wohngeld", "leistungsbezug", "obdachlos", "asylbewerberleist",
        // Money.
        "schulden", "schuldner", "insolvenz", "pfänd", "inkasso", "vollstreck", "mahnbescheid",
        "mahnung", "gerichtsvollz", "zahlungsrück", "zwangsräum",
        // Belief, origin.
        "kirchenaus", "konfession", "religio", "moschee", "synagoge", "asyl", "flüchtling",
        "abschieb", "aufenthaltstitel", "aufenthaltserl", "ausländerbeh", "einbürger", "duldung",
        // Guilt.
        "strafver", "strafanz", "bewährungs", "haftant", "haftbef", "untersuchungshaft",
        "vorladung", "bußgeld", "fahrverbot", "führungszeug", "drogen",
        // Family and sex.
        "jugendamt", "sorgerecht", "unterhaltsvor", "vaterschaft", "adoption",
        "frauenhaus", "gewaltschutz", "häusliche gewalt", "sexuell", "prostitu",
        "geschlechtseintr", "personenstands", "gewerkschaft",
    ]

    /// At the beginning of a word.
    private static let beginning = [
        "hiv", "aids", "reha", "mpu", "pcr", "labor", "pflege", "scheidung",
        // English.
        "vaccin", "jab", "booster", "immuni", "cancer", "pregnan", "abortion", "mental", "psych",
        "unemploy", "jobseeker", "welfare", "debt", "bankrupt", "asylum", "refugee", "church",
        "disabilit", "addict", "probation",
        // French, Spanish, Italian, Polish, Romanian, Turkish.
        "vacun", "grossesse", "chômage", "deportac", "embaraz", "desemple", "gravidanz",
        "disoccup", "szczep", "ciąż", "bezrobot", "zadłuż", "vaccinare", "șomaj", "aşı", "hamile",
        "işsiz", "borç", "iltica",
        // Russian, Ukrainian, Arabic.
        "вакцин", "привив", "щеплен", "беремен", "вагітн", "безработ", "безробіт", "долги",
        "задолж", "борг",
        "убежищ", "притул", "لقاح", "اللقاح", "تطعيم", "التطعيم", "لجوء", "اللجوء",
    ]
}
