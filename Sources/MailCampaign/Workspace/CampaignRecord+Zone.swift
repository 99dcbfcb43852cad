package import Foundation
package import MailJournal

extension CampaignRecord {
    /// The zone the campaign was planned in.
    package var zone: TimeZone {
        get throws {
            guard let zone = TimeZone(identifier: facts.timeZone) else {
                throw JournalError("the campaign's time zone is unknown on this machine")
            }
            return zone
        }
    }
}
