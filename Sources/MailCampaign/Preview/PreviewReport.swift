package import MailCore

/// Messages of a planned campaign, for people's eyes.
///
/// Personal data.
package struct PreviewReport {
    package struct Message {
        package let id: String
        package let why: MessageChoice.Reason
        package let rows: [Int]
        /// What the person got before, of a follow-up.
        package let before: [Kept<RowReason>]
        package let view: MessageView

        /// Where the HTML part says something else than the text part; nil if it does nowhere.
        package var difference: PartsDifference? { PartsDifference(view) }
    }

    package let campaign: String
    package let messages: [Message]
}
