package import MailCore

extension KeyCare.Result {
    package var notes: [Printable] {
        switch request {
        case .look: []
        case .rotate: ["The keys are sealed as the configuration says now."]
        case .lost where campaigns.allSatisfy(\.isKeyThere):
            ["No key of a campaign is missing."]
        case .lost:
            [
                "What is sealed under keys that are lost cannot be opened any more. Campaigns without a key "
                    + "can be looked at and erased. Whoever was told before is not recognised."
            ]
        }
    }

    package var text: Printable {
        let sealing: Printable =
            isSealed ? "sealed under the office's key" : "not sealed; see office_key_file"
        let missing = campaigns.filter { !$0.isKeyThere }.map(\.id)
        let lines: [Printable?] = [
            "\(file): \(sealing)",
            "Leave it out of every backup: whoever erases a campaign destroys its key there, and a copy would "
                + "keep it. Without it nobody's data can be opened.",
            "Keys of \((campaigns.count - missing.count).with("campaign")) are there.",
            missing.isEmpty
                ? nil
                : "MISSING, so their people cannot be seen and nobody of them can be told: "
                    + Printable(missing.joined(separator: ", ")),
            isNoticeKeyThere
                ? nil
                : "MISSING: the key by which is known who was told before, so nothing can be planned.",
        ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }
}
