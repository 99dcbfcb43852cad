package import MailCore

extension CampaignErasure.Result {
    package var notes: [Printable] {
        guard !wasErased else { return ["It was erased before; nothing has changed."] }
        let known: [Printable] =
            notifiedUntil.map { day in
                [
                    "Who was told is known until \(day) by keyed hashes alone, so that nobody is told twice."
                ]
            } ?? []
        return [
            "Its people are erased for good: the key is destroyed, and the journal was written anew. Numbers, "
                + "events and proof stay.",
            "Destroy the lists and messages that were written of it, and backups of the key store if there "
                + "are any.",
        ] + known
    }

    package var text: Printable { status.text }
}

extension DueErasure.Result {
    package var text: Printable {
        let lines: [Printable] = [
            line("erased", erased), line("who was told is forgotten", forgotten),
            line("held, and kept", held),
            line("not at their end, so somebody must settle them first", unsettled),
        ].compactMap(\.self)
        return lines.isEmpty ? "Nothing is due." : lines.joined(separator: "\n")
    }

    private func line(_ what: Printable, _ campaigns: [String]) -> Printable? {
        campaigns.isEmpty ? nil : what + ": " + Printable(campaigns.joined(separator: ", "))
    }
}
