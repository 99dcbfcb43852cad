import MailCore

/// Visits the imprint and the privacy page.
///
/// The only place of the program where another host than the relay is contacted.
struct LinkCheck {
    let authority: Authority
    let surroundings: Surroundings

    func run() async -> LinkReport {
        // Other programs on the same libraries obey this variable, too; libcurl by itself does not.
        let file = surroundings.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        var pages: [PageReport] = []
        for (kind, address) in [
            (PageKind.imprint, authority.imprint), (.privacy, authority.privacy),
        ] {
            pages.append(PageReport(of: await surroundings.visit(kind, address, file)))
        }
        return LinkReport(pages: pages, trusted: file)
    }
}
