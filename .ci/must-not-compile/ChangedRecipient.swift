// expected: cannot assign to property: 'recipient' is a 'let' constant
import MailCore

func readdress(_ message: OutgoingMessage, to address: EmailAddress) {
    var copy = message
    copy.recipient = address
}
