package import Foundation

/// All that a decision to write to somebody is judged by, as the campaign knows it at one moment.
///
/// Personal data.
package struct DecisionBasis {
    /// The letter as it was planned, and what goes with it.
    package struct Plan {
        package let letter: Letter
        /// The campaign's first day, as `2021-03-16`.
        package let firstDay: String
        package let lastDay: String
        /// When it was planned.
        package let date: Date
        package let timeZone: TimeZone

        package init(
            letter: Letter,
            firstDay: String,
            lastDay: String,
            date: Date,
            timeZone: TimeZone
        ) {
            self.letter = letter
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.date = date
            self.timeZone = timeZone
        }
    }

    /// What is known of the address.
    package struct Address {
        /// Whether planning found it on too many people, most of whom may not be kept.
        package let isCollective: Bool
        /// Everybody else of the campaign whose row holds it, by their rows.
        package let others: [(row: Int, contact: Contact)]
        /// The messages to it that have not begun, in the order of planning.
        package let planned: [(id: MessageID, recipient: Recipient)]

        package init(
            isCollective: Bool,
            others: [(row: Int, contact: Contact)],
            planned: [(id: MessageID, recipient: Recipient)]
        ) {
            self.isCollective = isCollective
            self.others = others
            self.planned = planned
        }
    }

    package let row: UndecidedRow
    package let plan: Plan
    package let address: Address
    /// The campaign's own.
    package let present: Date
    /// Those of the row's appointments that an earlier campaign has told this person.
    package let told: Set<AppointmentTime>
    /// Of everybody of the campaign.
    package let values: CampaignValues

    package init(
        row: UndecidedRow,
        plan: Plan,
        address: Address,
        present: Date,
        told: Set<AppointmentTime>,
        values: CampaignValues
    ) {
        self.row = row
        self.plan = plan
        self.address = address
        self.present = present
        self.told = told
        self.values = values
    }
}
