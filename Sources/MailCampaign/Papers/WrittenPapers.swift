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

    package var text: Printable {
        files.map { file in
            "\(folder)/\(file.name): \(file.blanks.with("blank")) to fill in" as Printable
        }.joined(separator: "\n")
    }

    package var notes: [Printable] {
        [
            "Drafts in German, from configuration and journal. Blanks are marked [bitte …]; whoever is responsible for "
                + "data protection reads all of it before it is used."
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
