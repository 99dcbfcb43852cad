package import MailCore

/// What somebody downloads of a campaign that is over, as octets.
package enum CampaignPaper {
    /// Who still has to be reached another way (CSV).
    ///
    /// Personal data.
    package static func list(
        of id: String,
        _ kind: ContactChannel?,
        in workspace: Workspace
    ) throws -> [UInt8] {
        try Listing(of: id, in: workspace).list.file(kind)
    }

    /// The signed proof.
    package static func proof(of id: String, in workspace: Workspace) throws -> [UInt8] {
        try Proving(in: workspace).proof(of: id).document.octets
    }

    /// The report for the file, as a page that needs nothing else.
    package static func report(
        of id: String,
        _ language: Language,
        in workspace: Workspace
    ) throws -> [UInt8] {
        let report = try CampaignReport(of: id, in: workspace)
        return Array(PageWriter.text(of: ReportDocument(report, language).document).utf8)
    }
}
