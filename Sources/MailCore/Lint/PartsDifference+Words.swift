extension PartsDifference: Worded {
    package var words: Sentence {
        let place =
            before.isEmpty
            ? .empty : Sentence(en: "behind “\(before)” ", de: "Hinter „\(before)“: ")
        return place
            + Sentence(
                en: "the text part says \(Self.quoted(text)), the HTML part \(Self.quoted(html)).",
                de: "Der Textteil sagt \(Self.quoted(text)), der HTML-Teil \(Self.quoted(html))."
            )
    }

    private static func quoted(_ words: String) -> Sentence {
        words.isEmpty
            ? Sentence(en: "nothing", de: "nichts") : Sentence(en: "“\(words)”", de: "„\(words)“")
    }
}
