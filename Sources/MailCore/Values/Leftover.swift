extension String {
    /// What spreadsheets write where a formula failed, in German and English, in small letters.
    package static let spreadsheetErrors = [
        "#nv", "#n/a", "#wert!", "#value!", "#bezug!", "#ref!", "#name?", "#zahl!", "#num!",
        "#null!", "#div/0!",
    ]

    /// What a spreadsheet, a template or a program has left in a text that the authority writes once
    /// for everybody, for example `{{` or `#NV`; nil if nothing.
    package var leftover: String? {
        let words = ["{{", "}}", "${", "Optional(", "TODO", "XXX", "Lorem ipsum"]
        if let word = words.first(where: contains) { return word }
        let small = lowercased()
        return Self.spreadsheetErrors.first(where: small.contains)
            ?? ["null", "nan", "undefined", "nil", "none"].first { $0 == small }
    }
}
