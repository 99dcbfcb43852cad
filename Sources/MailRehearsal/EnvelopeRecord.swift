import Foundation

/// The envelope as it stands in `NNNNNN.envelope.json`.
struct EnvelopeRecord: Encodable {
    private enum CodingKeys: String, CodingKey {
        case sender = "mail_from"
        case recipients = "rcpt_to"
        case size
        case connection
        case number = "transaction"
        case clientName = "client_helo"
    }

    private let sender: String
    private let recipients: [String]
    private let size: Int
    private let connection: Int
    private let number: Int
    private let clientName: String

    init(_ transaction: RehearsalTransaction, number: Int, connection: Int) {
        sender = transaction.sender
        recipients = transaction.recipients
        size = transaction.message.count
        self.connection = connection
        self.number = number
        clientName = transaction.clientName
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
