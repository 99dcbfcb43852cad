import Foundation
import GRDB
import MailCore

/// Which delivery of which campaign.
struct DeliveryPlace {
    let number: Int64
    let message: String
    let campaign: String
}

extension Journal {
    /// Writes down what the failure policy made of a delivery whose verdict has just been recorded.
    static func settle(
        _ place: DeliveryPlace,
        _ fate: FailurePolicy.Fate,
        at now: Date,
        in db: Database
    ) throws {
        switch fate {
        case .settled: break
        case .retry(let due, let countsAsAttempt):
            try db.cachedStatement(
                sql: "UPDATE delivery SET due = ?, attempts = attempts + ? WHERE message = ?"
            ).execute(arguments: [due.seconds, countsAsAttempt ? 1 : 0, place.number])
        case .givenUp(let reason):
            try apply(.givenUp, to: place.number, reason: reason, in: db)
            let event = Event(
                .givenUp,
                campaign: place.campaign,
                message: place.message,
                ["reason": reason]
            )
            try EventChain.append(event, at: now, in: db)
        }
    }
}
