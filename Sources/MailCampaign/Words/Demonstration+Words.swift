import Foundation
package import MailCore

extension Demonstration.Verified {
    /// What `verify --format json` says of the example.
    package func writeReport() throws {
        try Data(Printable(verification.json).text.utf8)
            .write(to: URL(filePath: output + "/verify.json"))
    }

    package var text: Printable {
        """

        \(verification.text)

        The mail server's own count: \(transactions) messages, at most \(maxRecipients) recipient \
        in each.
        Messages with their envelopes: \(messages)
        Result of verify: \(output)/verify.json
        Signed proof, to be checked anywhere with “verify --proof”: \(output)/proof.json
        Nothing has left this machine; everybody in the example is made up.
        """
    }

    package var conclusion: Conclusion { .checked(isOK) }
}
