/// An encoding with one byte per character, ASCII in its lower half.
struct CodePage: Sendable {
    /// What the bytes from 0x80 on mean; nil for those that mean nothing.
    ///
    /// Decoders that map such bytes to C1 controls hide damage.
    let upperHalf: [Unicode.Scalar?]

    /// The same as UTF-8; `DecodedText.damage` for bytes that mean nothing.
    let octets: [[UInt8]]

    private init(_ characters: String) {
        upperHalf = characters.unicodeScalars.map { $0 == "\u{FFFD}" ? nil : $0 }
        precondition(upperHalf.count == 128, "a code page has 128 upper bytes")
        octets = upperHalf.map { $0.map { Array(String($0).utf8) } ?? [DecodedText.damage] }
    }

    /// CP1252.TXT of the Unicode Consortium: Western European Windows.
    static let windows1252 = CodePage(
        "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ" + latin1
    )

    /// CP1250.TXT: Central European Windows.
    static let windows1250 = CodePage(
        "€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź"
            + "\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
            + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
    )

    /// 8859-15.TXT: Latin-9, without its control characters.
    static let iso8859_15 = CodePage(
        String(repeating: "�", count: 32)
            + "\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿" + latin1Letters
    )

    /// CP850.TXT: what Excel calls "CSV (MS-DOS)".
    static let cp850 = CodePage(
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
            + "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
            + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
            + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
    )

    /// ROMAN.TXT: what Excel calls "CSV (Macintosh)"; without Apple's logo.
    static let macintosh = CodePage(
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
            + "†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
            + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
            + "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ�ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    )

    private static let latin1 =
        "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿" + latin1Letters

    private static let latin1Letters =
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
}
