import Foundation
package import MailCore
import MailJournal

/// In which form a report is written.
package enum ReportFile: Hashable, Sendable {
    case markdown, page

    /// - Throws: `UnclearRequest` unless the file's name ends in `.md` or `.html`.
    package init(path: String) throws(UnclearRequest) {
        switch URL(filePath: path).pathExtension.lowercased() {
        case "md": self = .markdown
        case "html": self = .page
        default: throw .reportForm
        }
    }
}

/// A report that was written as a file.
package struct WrittenReport: JSONPresentable {
    private let report: CampaignReport
    private let output: String

    /// - Parameters:
    ///   - report: What it says.
    ///   - path: A new file.
    ///   - language: Of the file alone.
    /// - Throws: `FileError`, or `UnclearRequest` for a file of another form.
    package init(_ report: CampaignReport, in path: String, _ language: Language) throws {
        let document = ReportDocument(report, language).document
        let text =
            switch try ReportFile(path: path) {
            case .markdown: MarkdownWriter.text(of: document)
            case .page: PageWriter.text(of: document)
            }
        try NewFile.write(Array(text.utf8), to: path)
        self.report = report
        output = path
    }

    /// Whether a new file can be written there; asked before anything is done.
    package static func check(_ path: String) throws {
        _ = try ReportFile(path: path)
        try NewFile.check(path)
    }

    package var text: Sentence {
        Sentence(
            en:
                "The report on \(report.campaign.id) is written to \(output). It names nobody who was written to.",
            de:
                "Der Bericht zu \(report.campaign.id) steht in \(output). Er nennt niemanden, der angeschrieben wurde."
        )
    }

    package var json: JSON {
        [
            "campaign": .text(report.campaign.id), "output": .text(output),
            "state": .text(report.status.state.rawValue),
            "rows": .number(report.plan.rowCount), "messages": .number(report.plan.messages),
            "verified": .bool(report.verification.isOK),
        ]
    }

    /// A report that tells of something that does not fit is written all the same.
    package var conclusion: Conclusion { .checked(report.verification.isOK) }
}
