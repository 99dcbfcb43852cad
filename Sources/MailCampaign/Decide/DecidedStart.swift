import Foundation
import MailCore
import MailImport

/// When an appointment begins, by a person's word.
enum DecidedStart {
    /// - Parameters:
    ///   - written: A day and a time of the authority's wall clock, as `2021-03-16 09:10`.
    ///   - zone: The authority's.
    /// - Returns: The one moment that it means.
    /// - Throws: `WrongRequest` if there is none or two of it on a day when the clocks change.
    static func read(_ written: String, in zone: TimeZone) throws -> AppointmentTime {
        var reader = StartReader(zone: zone, format: .unproven)
        switch reader.read(start: written, time: "") {
        case .at(let start): return start
        case .unclear(_, let reason, _): throw WrongRequest.unclearStart(reason)
        }
    }
}
