package import Foundation
import GRDB
package import MailCore

/// Which delivery of which campaign.
struct DeliveryPlace {
    let number: Int64
    /// As events name it.
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
        var chain = try ChainEnd(in: db)
        try settle(place, fate, at: now, &chain, in: db)
    }

    /// The same as one of many events.
    static func settle(
        _ place: DeliveryPlace,
        _ fate: FailurePolicy.Fate,
        at now: Date,
        _ chain: inout ChainEnd,
        in db: Database
    ) throws {
        switch fate {
        case .settled: break
        case .retry(let due): try noteAttempt(place, due: due.seconds, in: db)
        case .setAside: try noteAttempt(place, due: nil, in: db)
        case .expired(let reason):
            try noteAttempt(place, due: nil, in: db)
            try expire(place, because: reason, at: now, &chain, in: db)
        }
    }

    private static func noteAttempt(_ place: DeliveryPlace, due: Int?, in db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE delivery SET due = ?, attempts = attempts + 1 WHERE message = ?"
        ).execute(arguments: [due, place.number])
    }

    private static func expire(
        _ place: DeliveryPlace,
        because reason: StateReason,
        at now: Date,
        _ chain: inout ChainEnd,
        in db: Database
    ) throws {
        try apply(.expired, to: place.number, reason: reason, in: db)
        let event = Event(
            .expired,
            campaign: place.campaign,
            message: place.message,
            ["reason": reason.kept]
        )
        try chain.append(event, at: now)
    }

    /// Writes down that there is no time left for a message that waits.
    package func expire(
        _ delivery: PendingDelivery,
        of campaign: String,
        because reason: StateReason,
        at now: Date
    ) throws {
        try write { db in
            let place = DeliveryPlace(
                number: delivery.number,
                message: try Self.proofID(ofMessage: delivery.number, in: db),
                campaign: campaign
            )
            var chain = try ChainEnd(in: db)
            try Self.expire(place, because: reason, at: now, &chain, in: db)
        }
    }
}
