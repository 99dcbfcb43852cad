package import MailCore

extension Countdown {
    /// Where it stands, in one line: `2021-03-16-1 begins at 21:00, in 4 min 10 s (Ctrl-C stops it)`.
    ///
    /// - Parameters:
    ///   - left: How much is left.
    ///   - width: How many characters there is room for.
    /// - Returns: As much of it as fits.
    package func words(left: Duration, within width: Int) -> Sentence {
        let span = Self.spelled(left)
        let left = Sentence(en: "in \(span)", de: "in \(span)")
        let stop = Sentence(en: " (Ctrl-C stops it)", de: " (Strg-C hält an)")
        let lines = [
            Sentence(same: "\(announcement), \(left)\(stop)"),
            Sentence(same: "\(announcement), \(left)"),
        ]
        return Sentence(
            en: "\(lines.map(\.en).first { $0.count <= width } ?? left.en)",
            de: "\(lines.map(\.de).first { $0.count <= width } ?? left.de)"
        )
    }

    /// What is said once, where no line can be written again and again.
    package var announcement: Sentence {
        let clock = end.moment(in: zone, asOf: announcedAt)
        return Sentence(
            en: "\(campaign) begins at \(clock)",
            de: "Der Versand von \(campaign) beginnt um \(clock)"
        )
    }

    /// How somebody else can look and stop it.
    package var advice: Sentence {
        Sentence(
            en:
                "Until then nothing is sent, and the campaign can still be looked at and changed from another window: "
                + "einzelpost show \(campaign), einzelpost withdraw \(campaign) --row N, einzelpost stop \(campaign)",
            de:
                "Bis dahin wird nichts gesendet, und Sie können die Aktion in einem anderen Fenster noch ansehen und ändern: "
                + "einzelpost show \(campaign), einzelpost withdraw \(campaign) --row N, einzelpost stop \(campaign)"
        )
    }

    private static func spelled(_ left: Duration) -> Printable {
        let seconds = Int(left.inSeconds.rounded(.up))
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        if hours > 0 { return "\(hours) h \(minutes) min" }
        return minutes > 0 ? "\(minutes) min \(seconds % 60) s" : "\(seconds) s"
    }
}

extension CountdownError: PrintableError {
    package var words: Sentence {
        Sentence(
            en:
                "another process waits to send \(campaign), which begins at \(begins); stop it first: einzelpost stop "
                + "\(campaign)",
            de:
                "Ein anderer Prozess wartet darauf, \(campaign) zu senden (Beginn: \(begins)). Halten Sie ihn zuerst an: "
                + "einzelpost stop \(campaign)"
        )
    }
}
