package import MailCore

extension Countdown {
    /// Where it stands, in one line: `2021-03-16-1 begins at 21:00, in 4 min 10 s (Ctrl-C stops it)`.
    ///
    /// - Parameters:
    ///   - left: How much is left.
    ///   - width: How many characters there is room for.
    /// - Returns: As much of it as fits.
    package func words(left: Duration, within width: Int) -> Printable {
        let left: Printable = "in \(Self.spelled(left))"
        let lines: [Printable] = [
            "\(announcement), \(left) (Ctrl-C stops it)", "\(announcement), \(left)",
        ]
        return lines.first { $0.text.count <= width } ?? left
    }

    /// What is said once, where no line can be written again and again.
    package var announcement: Printable {
        "\(campaign) begins at \(end.clock(in: zone, asOf: announcedAt))"
    }

    /// How somebody else can look and stop it.
    package var advice: Printable {
        "Until then nothing is sent, and the campaign can still be looked at and changed from another window: "
            + "einzelpost show \(campaign), einzelpost withdraw \(campaign) --row N, einzelpost stop \(campaign)"
    }

    private static func spelled(_ left: Duration) -> Printable {
        let seconds = Int(left.inSeconds.rounded(.up))
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        if hours > 0 { return "\(hours) h \(minutes) min" }
        return minutes > 0 ? "\(minutes) min \(seconds % 60) s" : "\(seconds) s"
    }
}

extension CountdownError: PrintableError {
    package var words: Printable {
        "another process waits to send \(campaign), which begins at \(begins); stop it first: einzelpost stop "
            + "\(campaign)"
    }
}
