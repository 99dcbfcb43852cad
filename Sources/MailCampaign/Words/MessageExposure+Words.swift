package import MailCore

extension MessageExposure {
    package var text: Printable {
        let lines: [Printable?] =
            [
                "This message shows data of \(people.with("person", "people")); nobody is named here.",
                "\(number(recipients))  addresses in To, Cc and the like, besides the sender's and the authority's own",
                "\(number(addresses))  addresses in the whole message",
            ]
            + known.map { campaign, people in
                "\(number(people))  people of \(campaign), by address, whole name, telephone number or booking number"
            } + [
                ownDomain > 0
                    ? "\(number(ownDomain))  further addresses of the authority's own mail domain, not counted"
                    : nil,
                attachments > 0
                    ? "\(attachments.with("attachment was", "attachments were")) not looked into: there may be more people in it"
                    : nil,
                unknown > 0
                    ? "\(unknown.with("campaign", "campaigns")) could not be compared: erased, or without its key"
                    : nil,
            ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }

    private func number(_ value: Int) -> Printable { Printable(value).leftPadded(to: 8) }

    package var json: JSON {
        [
            "people": .number(people), "recipients": .number(recipients),
            "addresses": .number(addresses), "own_domain": .number(ownDomain),
            "attachments": .number(attachments),
            "known": .list(
                known.map { ["campaign": .text($0.campaign), "people": .number($0.people)] }
            ),
            "campaigns_not_compared": .number(unknown),
        ]
    }

    /// More than one person needs a person's look.
    package var conclusion: Conclusion { .done(people > 1 || attachments > 0) }
}
