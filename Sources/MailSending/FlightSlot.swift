import MailCore
import MailJournal

/// One connection's place in the flight record.
struct FlightSlot: Sendable {
    let record: FlightRecord
    let number: Int

    func note(_ phase: SubmissionPhase, of message: Int64) {
        record.note(phase, of: message, slot: number)
    }

    func clear() {
        record.clear(slot: number)
    }
}
