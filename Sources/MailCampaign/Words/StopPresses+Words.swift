package import MailCore

extension StopPresses {
    /// What is told on the first signal.
    package static var note: Sentence {
        Sentence(
            en:
                "\nStopping: what is in flight ends, nothing new begins. (Again in \(eagerness) seconds or "
                + "later ends at once; what is in flight then becomes unknown.)",
            de:
                "\nDer Versand hält an: Was unterwegs ist, wird noch übergeben, Neues beginnt nicht. (Noch einmal nach "
                + "\(eagerness) Sekunden oder später beendet sofort; was dann unterwegs ist, wird ungewiss.)"
        )
    }
}
