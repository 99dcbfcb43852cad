package import MailCore

extension Stopping.Result {
    package var notes: [Printable] {
        wasRunning ? [] : ["Nobody was sending; nothing had to be stopped."]
    }

    package var text: Printable { status.text }
}
