package import MailCore

extension StopPresses {
    /// What is told on the first signal.
    package static var note: Printable {
        "\nStopping: what is in flight ends, nothing new begins. (Again in \(eagerness) seconds or "
            + "later ends at once; what is in flight then becomes unknown.)"
    }
}
