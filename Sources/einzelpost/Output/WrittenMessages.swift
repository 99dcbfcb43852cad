import MailCampaign
import MailCore

/// Messages that `preview` has written as files.
struct WrittenMessages: ShapedReport {
    let campaign: String
    let count: Int
    let folder: String

    var text: Printable { "\(count.with("message")) written to \(folder)" }

    var json: JSON {
        [
            "campaign": .text(campaign), "written": .number(count), "output": .text(folder),
        ]
    }
}
