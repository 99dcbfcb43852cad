package import MailCore

extension SenderNotTaken: PrintableError {
    package var words: Printable {
        "the relay \(relay) does not take sender.envelope_from" + (code.map { " (\($0))" } ?? "")
            + "; ask its operator whether this account may use that address"
    }
}
