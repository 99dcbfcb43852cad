import MailCore

/// Visits the imprint and the privacy page.
///
/// The only place of the program where another host than the relay is contacted.
package struct LinkCheck {
    package let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    package func run() async -> LinkReport {
        // Other programs on the same libraries obey this variable, too; libcurl by itself does not.
        let file = workspace.surroundings.environment["SSL_CERT_FILE"].flatMap {
            $0.isEmpty ? nil : $0
        }
        let office = workspace.settings.office
        var pages: [PageReport] = []
        for (kind, address) in [(PageKind.imprint, office.imprint), (.privacy, office.privacy)] {
            let visit = await workspace.surroundings.visit(kind, address, file)
            pages.append(PageReport(of: visit))
        }
        return LinkReport(pages: pages, trusted: file)
    }
}
