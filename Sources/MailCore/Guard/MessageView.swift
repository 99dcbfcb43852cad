/// A message as its reader will see it, decoded from the final bytes.
///
/// Personal data.
package struct MessageView: Sendable {
    package let from: String
    package let to: String
    package let subject: String
    package let date: String
    /// The text part.
    package let text: String
    /// The source of the HTML part; nil if there is none.
    package let html: String?

    package init(_ message: OutgoingMessage) {
        let parsed = ParsedMessage(message.bytes)
        func value(_ name: String) -> String {
            HeaderDecoder.text(of: parsed.fields.first { $0.name == name }?.value ?? "")
        }
        from = value("From")
        to = value("To")
        subject = value("Subject")
        date = value("Date")
        text = parsed.parts?.first { !$0.isHTML }?.text ?? ""
        html = parsed.parts?.first { $0.isHTML }?.text
    }
}
