package import MailCore

/// Messages that `preview` has written as files.
package struct WrittenMessages: JSONPresentable {
    package let campaign: String
    package let count: Int
    package let folder: String
    /// The day by which the files must be destroyed.
    package let lastDay: LocalDay

    package var text: Sentence {
        Sentence(
            en:
                "\(count, "message", "messages") written to \(folder). They name people: destroy them and all copies by "
                + "\(lastDay).",
            de:
                "\(count, "Nachricht", "Nachrichten") in \(folder) geschrieben. Sie nennen Personen: Vernichten Sie sie und "
                + "alle Kopien bis \(lastDay)."
        )
    }

    package var json: JSON {
        [
            "campaign": .text(campaign), "written": .number(count), "output": .text(folder),
            "destroy_by": .text("\(lastDay)"),
        ]
    }
}
