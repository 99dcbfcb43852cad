import MailCore

/// A slot of the flight record as one 64-bit word.
///
/// From above: 34 bits for the message's number, 10 for the phase or the reply's code, and 10 each
/// for subject and detail of the enhanced code. Its class is the code's first digit, so it needs no
/// room.
struct FlightWord {
    let bits: UInt64

    private static let field: UInt64 = 10
    private static let mask: UInt64 = 1 << field - 1
    /// Replies have codes from 200 on (`ReplyReader`), so that small numbers are free for phases.
    private static let began: UInt64 = 1
    private static let bodyFinished: UInt64 = 2
    private static let codes: ClosedRange<UInt64> = 200...599

    init(bits: UInt64) {
        self.bits = bits
    }

    init(_ entry: FlightRecord.Entry) {
        precondition(entry.message >> 34 == 0, "a journal holds fewer messages than this")
        let (phase, subject, detail): (UInt64, UInt64, UInt64) =
            switch entry.phase {
            case .began: (Self.began, 0, 0)
            case .bodyFinished: (Self.bodyFinished, 0, 0)
            case .replied(let code, let enhancedCode):
                (UInt64(code), Self.part(1, of: enhancedCode), Self.part(2, of: enhancedCode))
            }
        bits =
            UInt64(entry.message) << (3 * Self.field) | phase << (2 * Self.field)
            | subject << Self.field | detail
    }

    /// What the word says; nil if it says nothing.
    var entry: FlightRecord.Entry? {
        let phase = bits >> (2 * Self.field) & Self.mask
        let message = Int64(bits >> (3 * Self.field))
        switch phase {
        case Self.began: return FlightRecord.Entry(message: message, phase: .began)
        case Self.bodyFinished: return FlightRecord.Entry(message: message, phase: .bodyFinished)
        case Self.codes:
            let reply = SubmissionPhase.replied(code: Int(phase), enhancedCode: enhancedCode(phase))
            return FlightRecord.Entry(message: message, phase: reply)
        default: return nil
        }
    }

    private func enhancedCode(_ code: UInt64) -> String? {
        let (subject, detail) = (bits >> Self.field & Self.mask, bits & Self.mask)
        return subject > 0 && detail > 0 ? "\(code / 100).\(subject - 1).\(detail - 1)" : nil
    }

    /// A number of the enhanced code plus one; 0 without any (RFC 3463: up to three digits each).
    private static func part(_ index: Int, of enhancedCode: String?) -> UInt64 {
        let parts = enhancedCode?.split(separator: ".") ?? []
        guard parts.count == 3, let number = UInt64(parts[index]), number < 1_000 else { return 0 }
        return number + 1
    }
}
