package import MailCore

/// Papers that were written.
package struct WrittenPapers: JSONPresentable {
    package struct File: Sendable {
        package let name: String
        /// What somebody still has to fill in or decide.
        package let blanks: Int
    }

    package let folder: String
    package let files: [File]

    package var text: Sentence {
        files.map { file in
            Sentence(
                en: "\(folder)/\(file.name): \(file.blanks, "blank", "blanks") to fill in",
                de: "\(folder)/\(file.name): \(file.blanks, "Lücke", "Lücken") auszufüllen"
            )
        }.lines
    }

    package var notes: [Sentence] {
        [
            Sentence(
                en:
                    "Drafts in German, from configuration and journal. Blanks are marked [bitte …]; whoever is responsible for "
                    + "data protection reads all of it before it is used.",
                de:
                    "Entwürfe aus Konfiguration und Journal. Lücken sind mit [bitte …] gekennzeichnet; bevor etwas davon "
                    + "verwendet wird, liest es die oder der Datenschutzbeauftragte ganz."
            )
        ]
    }

    package var json: JSON {
        [
            "output": .text(folder),
            "files": .list(
                files.map { ["file": .text($0.name), "blanks": .number($0.blanks)] }
            ),
        ]
    }
}
