/// What is the same in every message of a campaign and so identifies nobody: the letter's own words
/// and the authority's.
///
/// Words that stand here are ordinary words, also if somebody is called like one of them.
struct FixedText: Sendable {
    private(set) var phrases = Phrases()
    /// Keys of numbers and references.
    private(set) var codes: Set<UInt64> = []
    /// What stands behind a `…`.
    private(set) var endings: Set<UInt64> = []
    /// The moments a letter mentions, for example until when somebody answers the phone.
    private(set) var moments: Set<Moment> = []

    /// Words the program itself puts around values.
    private static let own = ["Guten Tag", "Uhr"]

    init(_ letter: Letter) {
        for text in Self.own + letter.authority.printed { add(WordList(text)) }
        for list in letter.writtenTexts { add(list) }
    }

    /// Only what the authority itself says, without the template.
    init(_ authority: Authority) {
        for text in authority.printed { add(WordList(text)) }
    }

    private mutating func add(_ list: WordList) {
        phrases.add(list)
        codes.formUnion(list.codes)
        endings.formUnion(list.words.filter { $0.gap.contains(.ellipsis) }.map(\.hash))
        moments.formUnion(Moment.all(in: list).map(\.moment))
    }
}

extension Letter {
    /// What the template's author wrote himself, piece by piece: as source, and HTML also as the
    /// words it shows; all of it also with its escapes and entities opened.
    var writtenTexts: [WordList] {
        let html = template.source.html ?? ""
        let sources = [template.subject, template.source.text, html].map(Self.withoutTags)
        let texts = sources + [HTMLReading.decoded(sources[2]), HTMLReading.words(of: sources[2])]
        return (texts + texts.compactMap(Disguise.opened)).map { WordList($0, hasSeams: true) }
    }

    /// The placeholders that a file of the template renders or opens a section with.
    static func placeholders(in source: String) -> Set<String> {
        Set(
            TemplatePiece.pieces(of: source).compactMap { piece in
                switch piece {
                case .value(let name, _), .open(let name, _): name
                case .text, .close: nil
                }
            }
        )
    }

    /// With a mark in place of every tag, so that no word grows together across one.
    private static func withoutTags(_ source: String) -> [UInt8] {
        let texts = TemplatePiece.pieces(of: source).compactMap { piece in
            if case .text(let text) = piece { text } else { nil }
        }
        return Array(texts.joined(separator: " \(WordList.seam) ").utf8)
    }
}

extension Authority {
    /// Every value of the authority that can appear in a message.
    var printed: [String] {
        [
            name, address, phone, email, website, imprint, privacy, hotlinePhone, hotlineHours,
            sender.from.name?.text ?? "", sender.from.address.text, sender.replyTo?.text ?? "",
            noticePage ?? "", privacyContact ?? "", supervisor ?? "",
        ]
    }
}
