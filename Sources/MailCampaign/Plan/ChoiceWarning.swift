import MailCore

/// Warns of a choice that may have been forgotten: several sites or services, and none named.
enum ChoiceWarning {
    static func all(
        of rows: [ClassifiedRow],
        _ parts: [CancelledPart],
        _ choice: Planning.Choice
    ) -> [String] {
        let mailed = rows.filter { $0.rowClass == .send }
        let sites = Set(mailed.compactMap(\.contact?.site)).count
        let services = Set(mailed.compactMap(\.service)).count
        let siteNames = Set(parts.compactMap(\.site)).sorted()
        let serviceNames = Set(parts.compactMap(\.service)).sorted()
        return [
            choice.sites.isEmpty ? sentence(sites, "sites", siteNames, "--site") : nil,
            choice.services.isEmpty
                ? sentence(services, "services", serviceNames, "--service") : nil,
        ].compactMap(\.self)
    }

    private static func sentence(
        _ count: Int,
        _ noun: String,
        _ names: [String],
        _ option: String
    ) -> String? {
        guard count > 1 else { return nil }
        let shown = names.prefix(4).map { "“\($0)”" }
        let more = count > shown.count ? ["\(count - shown.count) more"] : []
        let list = shown.isEmpty ? "" : " (\((shown + more).joined(separator: ", ")))"
        return
            "appointments of \(count) \(noun)\(list) are cancelled, and none was chosen; if not all "
            + "are meant, plan again with \(option)"
    }
}
