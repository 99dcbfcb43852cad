// expected: 'OutgoingMessage' initializer is inaccessible due to 'private' protection level
import MailCore

func write(to address: EmailAddress, id: MessageID, digest: Digest) -> OutgoingMessage {
    OutgoingMessage(id: id, recipient: address, sender: address, bytes: [], digest: digest)
}
