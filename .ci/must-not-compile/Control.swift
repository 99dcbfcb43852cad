// What is allowed: one recipient, one message. Must compile, or the cases beside it prove nothing.
import Foundation
import MailCore

func write(to recipient: Recipient, on letter: Letter, id: MessageID) throws -> EmailAddress {
    let message = try OutgoingMessage.render(
        for: recipient,
        on: letter,
        id: id,
        date: Date(timeIntervalSince1970: 0),
        in: .gmt
    )
    return message.recipient
}
