import MailCore

/// Warns of a choice that may have been forgotten: several sites or services, and none named.
///
/// It names none of them, since it is kept in clear: which they are stands in the table by day, site and service.
enum ChoiceWarning {
    static func all(of rows: [ClassifiedRow], _ choice: Planning.Choice) -> [String] {
        let mailed = rows.filter { $0.rowClass == .send }
        let sites = Set(mailed.compactMap(\.contact?.site)).count
        let services = Set(mailed.compactMap(\.service)).count
        return [
            choice.sites.isEmpty ? sentence(sites, "sites", "--site") : nil,
            choice.services.isEmpty ? sentence(services, "services", "--service") : nil,
        ].compactMap(\.self)
    }

    private static func sentence(_ count: Int, _ noun: String, _ option: String) -> String? {
        guard count > 1 else { return nil }
        return
            "appointments of \(count) \(noun) are cancelled, and none was chosen; if not all are meant, "
            + "plan again with \(option)"
    }
}
