import Foundation
import GRDB
import MailCore

/// The table `receipt`: what was written to the relay and answered, as its verdict's event has hashed
/// it under the message's salt; sealed.
///
/// It leads to the mail in other people's logs, and is erased with its person.
struct ReceiptRow: TableRow {
    enum Columns: String, CaseIterable, ColumnExpression {
        case event, sealed
    }

    static let table = "receipt"

    /// The number of the verdict's event.
    let event: Int
    let sealed: Data

    /// - Parameters:
    ///   - text: Canonical JSON, an object of texts.
    ///   - event: The number of the verdict's event.
    ///   - seal: Of its campaign.
    /// - Throws: `JournalError` without a key.
    init(_ text: String, of event: Int, _ seal: CampaignSeal) throws {
        self.event = event
        sealed = try seal.seal(Array(text.utf8), .receipt, String(event))
    }

    /// Opens that of a query that selects it with these names.
    ///
    /// - Parameters:
    ///   - row: Of the query.
    ///   - event: What the number of its event is called there.
    ///   - sealed: What the receipt is called there.
    ///   - seal: Of its campaign.
    /// - Returns: Nil where there is none, or none any more.
    /// - Throws: `JournalError` without a key, or if it is not what was stored there.
    static func text(
        in row: Row,
        event: String = Columns.event.rawValue,
        sealed: String = Columns.sealed.rawValue,
        _ seal: CampaignSeal
    ) throws -> String? {
        guard let octets: Data = row[sealed] else { return nil }
        let number: Int = row[event]
        return String(
            decoding: try seal.open(octets, .receipt, String(number)),
            as: UTF8.self
        )
    }

    func value(of column: Columns) -> (any DatabaseValueConvertible)? {
        switch column {
        case .event: event
        case .sealed: sealed
        }
    }
}
