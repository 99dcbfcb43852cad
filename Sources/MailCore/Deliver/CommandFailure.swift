/// Why a program of the office's gave nothing; what it printed, and what it complained of, may hold secrets and is told nobody.
package enum CommandFailure: Codable, Hashable, Sendable {
    /// With the system's code.
    case notStarted(code: Int32)
    case status(Int32)
    /// With the number of the signal.
    case signal(Int32)
    case tooLong(seconds: Int)
    case tooMuch(octets: Int)

    private enum CodingKeys: String, CodingKey {
        case notStarted = "not-started"
        case status, signal
        case tooLong = "too-long"
        case tooMuch = "too-much"
    }

    private enum StatusCodingKeys: String, CodingKey { case _0 = "code" }
    private enum SignalCodingKeys: String, CodingKey { case _0 = "number" }
}

extension CommandFailure: Worded {
    package var words: Sentence {
        switch self {
        case .notStarted(let code):
            Sentence(
                en: "cannot be started (system error \(code))",
                de: "lässt sich nicht starten (Systemfehler \(code))"
            )
        case .status(let status):
            Sentence(
                en: "ended with exit code \(status)",
                de: "endete mit dem Rückgabewert \(status)"
            )
        case .signal(let number):
            Sentence(
                en: "was ended by signal \(number)",
                de: "wurde durch Signal \(number) beendet"
            )
        case .tooLong(let seconds):
            Sentence(
                en: "did not end within \(seconds) seconds, and was ended",
                de: "war nach \(seconds) Sekunden nicht fertig und wurde beendet"
            )
        case .tooMuch(let octets):
            Sentence(
                en: "printed more than \(octets) octets, and was ended",
                de: "gab mehr als \(octets) Byte aus und wurde beendet"
            )
        }
    }
}
