import MailCore
import MailTransport

/// Visits the imprint and the privacy page.
///
/// The only place of the program where another host than the relay is contacted.
struct LinkCheck {
    let workspace: Workspace

    func run() async -> LinkReport {
        // Other programs on the same libraries obey this variable, too; libcurl by itself does not.
        let file = Live.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        let office = workspace.settings.office
        let reader = PageReader(trusting: file)
        var pages: [PageReport] = []
        for (kind, address) in [(PageKind.imprint, office.imprint), (.privacy, office.privacy)] {
            pages.append(PageReport(of: await reader.visit(kind, at: address)))
        }
        return LinkReport(pages: pages, trusted: file)
    }
}
