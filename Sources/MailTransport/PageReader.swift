package import MailCore

/// Visits a page of the authority: the only place where another host than the relay is contacted,
/// and only when somebody asks for it (`check --links`).
///
/// An actor on a thread of its own, because every request blocks.
package actor PageReader {
    private let caFile: String?
    private let limit: Duration
    private let thread = ConnectionThread()

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        // The executor lives as long as this actor, or longer: its thread holds it.
        unsafe thread.asUnownedSerialExecutor()
    }

    /// - Parameters:
    ///   - caFile: Certificates to trust instead of the system's; nil for the system's.
    ///   - limit: For a whole visit with all its redirects.
    package init(trusting caFile: String? = nil, limit: Duration = .seconds(20)) {
        self.caFile = caFile
        self.limit = limit
    }

    deinit {
        thread.end()
    }

    /// Fetches a page, and what it redirects to on the same host.
    ///
    /// Nothing the page refers to is fetched.
    package func visit(_ kind: PageKind, at address: String) -> PageVisit {
        let deadline = Deadline(in: limit)
        var visit = PageVisit(of: kind, at: address)
        while let url = visit.next {
            do throws(PageFailure) {
                visit.note(try fetch(url, until: deadline))
            } catch {
                visit.note(error)
            }
        }
        return visit
    }

    private func fetch(_ url: String, until deadline: Deadline) throws(PageFailure) -> PageAnswer {
        let left = Int(deadline.milliseconds)
        guard left > 0 else { throw .timeout }
        guard let handle = PageHandle() else { throw .broken }
        return try handle.fetch(url, trusting: caFile, within: left)
    }
}
