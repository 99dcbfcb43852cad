package import MailCore

extension FileQuestion: Worded {
    /// The question for people, and the option that answers it.
    package var words: Sentence {
        switch self {
        case .encoding(let candidates): Self.encoding(candidates)
        case .isComplete(let end):
            Sentence(
                en:
                    "\(end.words) The export may have died before its end. Compare the last row with the "
                    + "booking system and export again; if the list is whole, say --complete.",
                de:
                    "\(end.words) Vielleicht ist der Export vor dem Ende abgebrochen. Vergleichen Sie die letzte Zeile mit "
                    + "dem Buchungssystem, und exportieren Sie noch einmal; ist die Liste vollständig, nehmen Sie --complete."
            )
        case .columnZone(let header):
            Sentence(
                en:
                    "The column \"\(header)\" says in words that are not understood which time zone its "
                    + "times have. Say it with --column-zone '\(header)=UTC', or Europe/Berlin, …",
                de:
                    "Die Spalte „\(header)“ nennt die Zeitzone ihrer Zeiten mit unbekannten Worten. Sagen Sie sie mit "
                    + "--column-zone '\(header)=UTC', oder Europe/Berlin, …"
            )
        case .isStatus(let header):
            Sentence(
                en:
                    "The column \"\(header)\" seems to say which appointments no longer stand, in words "
                    + "that are not understood. Say --map 'status=\(header)' to go by it, or "
                    + "--ignore '\(header)'.",
                de:
                    "Die Spalte „\(header)“ scheint zu sagen, welche Termine nicht mehr bestehen, mit unbekannten Worten. "
                    + "Nehmen Sie --map 'status=\(header)', um danach zu gehen, oder --ignore '\(header)'."
            )
        }
    }

    private static func encoding(_ candidates: [ScheduleEncoding]) -> Sentence {
        let way = Sentence(
            en:
                "Export the schedule as \"CSV UTF-8\", or say which with --encoding; look at the umlauts "
                + "in the names that preview shows.",
            de:
                "Exportieren Sie die Terminliste als „CSV UTF-8“, oder nennen Sie die Kodierung mit --encoding; prüfen Sie "
                + "die Umlaute in den Namen, die preview zeigt."
        )
        let names = candidates.map(\.rawValue)
        guard let last = names.last else {
            return Sentence(
                en:
                    "The encoding cannot be told: with none of those that are known do umlauts and "
                    + "accents make sense. \(way)",
                de:
                    "Die Kodierung ist nicht zu erkennen: Mit keiner der bekannten ergeben Umlaute und Akzente einen Sinn. "
                    + "\(way)"
            )
        }
        let others = names.dropLast().joined(separator: ", ")
        let list =
            others.isEmpty
            ? Sentence(same: "\(last)")
            : Sentence(en: "\(others) or \(last)", de: "\(others) oder \(last)")
        return Sentence(
            en: "The encoding cannot be told for certain; it may be \(list). \(way)",
            de: "Die Kodierung ist nicht sicher zu erkennen; es kann \(list) sein. \(way)"
        )
    }
}
