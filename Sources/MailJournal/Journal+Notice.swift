import Foundation
import GRDB
import MailCore

extension Journal {
    /// What earlier campaigns have told this person of this appointment: accepted, or possibly
    /// accepted.
    func notice(
        of contact: Contact,
        _ start: AppointmentTime,
        in db: Database
    ) throws -> EarlierNotice {
        guard let keys = try noticeKeys(contact, start, in: db) else { return .none }
        if try keys.person.contains(where: { try wasTold($0, in: db) }) { return .same }
        guard try wasTold(keys.appointment, in: db) else { return .none }
        // Only now, since many spellings must be tried.
        return try keys.variants().contains { try wasTold($0, in: db) } ? .same : .perhaps
    }

    /// Notes which message tells a person of an appointment, and as what.
    func note(
        _ contact: Contact,
        _ start: AppointmentTime,
        _ telling: Telling,
        toldBy message: Int64,
        in db: Database
    ) throws {
        guard let keys = try noticeKeys(contact, start, in: db) else { return }
        try MessageStore(in: db).note(keys.all(telling), toldBy: message)
    }

    /// Which other campaigns tell this person with the same template of this appointment, and where their
    /// messages stand.
    func followUps(
        of kind: String,
        to contact: Contact,
        _ start: AppointmentTime,
        in db: Database
    ) throws -> [EarlierFollowUp] {
        guard let key = try noticeKeys(contact, start, in: db)?.followUp(kind) else { return [] }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT campaign, state FROM notice JOIN delivery USING (message)
                    JOIN message ON number = delivery.message WHERE key = ? ORDER BY number
                    """
            ),
            arguments: [key]
        ).map {
            EarlierFollowUp(
                campaign: $0["campaign"],
                state: try $0.known(DeliveryRow.Columns.state)
            )
        }
    }

    private func wasTold(_ key: Data, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM notice JOIN delivery USING (message)
                    WHERE key = ? AND state IN \(DeliveryState.sqlList(where: \.countsAsTold)))
                    """
            ),
            arguments: [key]
        ) ?? false
    }

    /// Nil without an address.
    private func noticeKeys(
        _ contact: Contact,
        _ start: AppointmentTime,
        in db: Database
    ) throws -> NoticeKeys? {
        guard let address = contact.address else { return nil }
        return NoticeKeys(contact, address: address, start, try noticeKey.code(in: db, keys))
    }
}

/// Keyed hashes of a person and an appointment.
///
/// They hold no personal data and outlive its erasure, so that nobody is told twice; and where two
/// people may be meant, telling one twice does less harm than telling one nothing.
struct NoticeKeys {
    /// Of the name as it is written, and as it is compared.
    let person: [Data]
    /// Of the address, the time and the site, whoever it is: one octet longer than the others, so
    /// that it is taken for none of them.
    let appointment: Data

    /// Of the person, the appointment and the kind of a follow-up: two octets longer than that of a person,
    /// so that it is taken for none of them.
    func followUp(_ kind: String) -> Data {
        let person = [noticed.address] + (spelled ?? noticed).identity
        return Data(code.over(person + ["follow-up", kind, start]) + [0, 0])
    }

    func all(_ telling: Telling) -> [Data] {
        (telling.cancels ? person + [appointment] : [])
            + (telling.kind.map { [followUp($0)] } ?? [])
    }

    /// As long as the hash of a person.
    static let personLength = 32
    /// As long as the hash of a follow-up.
    static let followUpLength = personLength + 2

    private let spelled: PersonKey?
    private let noticed: PersonKey
    private let start: String
    private let code: FieldCode

    init(
        _ contact: Contact,
        address: EmailAddress,
        _ start: AppointmentTime,
        _ code: FieldCode
    ) {
        let moment = "\(start.epochSeconds)"
        self.start = moment
        self.code = code
        spelled = PersonKey.spelled(contact, address: address)
        noticed = PersonKey.noticed(contact, address: address)
        let people = [noticed, spelled].compactMap(\.self)
        person = people.map { Self.hash($0, moment, code) }
        let place = [
            address.comparisonKey, "appointment", contact.site?.lowercased() ?? "", moment,
        ]
        appointment = Data(code.over(place) + [0])
    }

    /// Of the same name with letters that were lost, or found again.
    func variants() -> [Data] {
        (spelled?.lostVariants ?? []).map { Self.hash($0, start, code) }
    }

    private static func hash(_ person: PersonKey, _ start: String, _ code: FieldCode) -> Data {
        Data(code.over([person.address] + person.identity + [start]))
    }
}
