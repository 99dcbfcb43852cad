// expected: cannot convert value of type '[Recipient]' to expected argument type 'Recipient'
import Foundation
import MailCore

func write(to one: Recipient, and other: Recipient, on letter: Letter, id: MessageID) throws {
    _ = try OutgoingMessage.render(
        for: [one, other],
        on: letter,
        id: id,
        date: Date(timeIntervalSince1970: 0),
        in: .gmt
    )
}
