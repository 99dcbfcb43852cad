package import MailCore

/// Messages that `preview` has written as files.
package struct WrittenMessages: JSONPresentable {
    package let campaign: String
    package let count: Int
    package let folder: String

    package var text: Printable { "\(count.with("message")) written to \(folder)" }

    package var json: JSON {
        [
            "campaign": .text(campaign), "written": .number(count), "output": .text(folder),
        ]
    }
}
