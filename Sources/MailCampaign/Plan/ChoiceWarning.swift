import MailCore

/// Warns of a choice that may have been forgotten: several sites or services, and none named.
///
/// It names none of them, since it is kept in clear: which they are stands in the table by day, site and service.
enum ChoiceWarning {
    static func all(of rows: [ClassifiedRow], _ choice: Planning.Choice) -> [PlanWarning] {
        let mailed = rows.filter { $0.rowClass == .send }
        let sites = Set(mailed.compactMap(\.contact?.site)).count
        let services = Set(mailed.compactMap(\.service)).count
        return [
            choice.sites.isEmpty && sites > 1 ? .severalSites(count: sites) : nil,
            choice.services.isEmpty && services > 1 ? .severalServices(count: services) : nil,
        ].compactMap(\.self)
    }
}
