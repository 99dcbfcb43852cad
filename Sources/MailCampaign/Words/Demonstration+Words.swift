import Foundation
package import MailCore

extension Demonstration.Verified {
    /// What `verify --format json` says of the example.
    package func writeReport() throws {
        try Data(Printable(verification.json).text.utf8)
            .write(to: URL(filePath: output + "/verify.json"))
    }

    package var text: Sentence {
        Sentence(
            en: """

                \(verification.text)

                The mail server's own count: \(transactions) messages, at most \(maxRecipients) recipient \
                in each.
                Messages with their envelopes: \(messages)
                Result of verify: \(output)/verify.json
                Signed proof, to be checked anywhere with “verify --proof”: \(output)/proof.json
                Nothing has left this machine; everybody in the example is made up.
                """,
            de: """

                \(verification.text)

                Der Mailserver hat selbst gezählt: \(transactions, "Nachricht", "Nachrichten") mit je höchstens \
                \(maxRecipients, "Empfänger", "Empfängern").
                Die Nachrichten liegen in: \(messages)
                Das Ergebnis der Prüfung: \(output)/verify.json
                Der unterschriebene Nachweis, überall prüfbar mit „verify --proof“: \(output)/proof.json
                Nichts hat diesen Rechner verlassen; alle Personen des Beispiels sind erfunden.
                """
        )
    }

    package var conclusion: Conclusion { .checked(isOK) }
}
