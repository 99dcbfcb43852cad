import ArgumentParser
import Foundation
import MailCampaign
import MailCore

/// Whose people are told again, in the place of a file.
struct FollowUpOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Instead of a file: tell the people of this campaign again.",
            discussion:
                "Needs --template. Each with the address and appointment of the earlier message.",
            valueName: "campaign"
        )
    )
    var followUp: String?

    @Option(
        help: ArgumentHelp(
            "With --follow-up: only whose earlier message is in this state. Repeatable.",
            discussion: "Without it: \(usualStates), whoever may have got it.",
            valueName: "state"
        )
    )
    var delivery: [DeliveryState] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "With --follow-up: only the people of these rows.",
            valueName: "n"
        )
    )
    var rows: [Int] = []

    @Flag(help: "With --follow-up: also whoever was told with this template before.")
    var again = false

    private static let usualStates = DeliveryState.allCases
        .filter(FollowUp.usualStates.contains).map(\.rawValue).joined(separator: " and ")

    /// Whether anything is said that needs --follow-up.
    var hasDetails: Bool { !delivery.isEmpty || !rows.isEmpty || again }
}
