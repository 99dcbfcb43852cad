package import MailCore

extension Stopping.Result {
    package var notes: [Sentence] {
        wasRunning
            ? []
            : [
                Sentence(
                    en: "Nobody was sending; nothing had to be stopped.",
                    de: "Es lief kein Versand; es war nichts anzuhalten."
                )
            ]
    }

    package var text: Sentence { status.text }
}
