import MailCore

/// What the operator says about one column: `--map FIELD=HEADER`.
package struct ColumnOverride: Hashable, Sendable {
    package let field: ScheduleField
    /// The header, as typed; or `column N`, counted from 1.
    package let header: String

    /// Takes the word for a field and a header.
    ///
    /// - Throws: `ScheduleError` for a word that is no field, naming those that are.
    package init(field word: String, header: String) throws(ScheduleError) {
        guard let field = ScheduleField(rawValue: word.folded) else {
            let known = ScheduleField.allCases.map(\.rawValue).joined(separator: ", ")
            throw ScheduleError(
                message: Sentence(
                    en: "--map does not know the field \"\(word)\". It knows \(known).",
                    de: "--map kennt das Feld „\(word)“ nicht. Es gibt: \(known)."
                )
            )
        }
        self.field = field
        self.header = header
    }

    /// Reads `FIELD=HEADER`, divided at the first `=`.
    ///
    /// - Throws: `ScheduleError` without a `=`, or for a word that is no field.
    package init(parsing text: String) throws(ScheduleError) {
        guard let divide = text.firstIndex(of: "=") else {
            throw ScheduleError(
                message: Sentence(
                    en: "--map needs FIELD=HEADER, e.g. --map email=Kontakt.",
                    de: "--map braucht FELD=ÜBERSCHRIFT, z. B. --map email=Kontakt."
                )
            )
        }
        let header = text[text.index(after: divide)...]
        try self.init(field: String(text[..<divide]), header: String(header))
    }
}

/// A column that is used, and what it was taken for.
package struct MappedColumn: Hashable, Sendable {
    package let field: ScheduleField
    /// As the file writes it.
    package let header: String
}
