package import Foundation
import MailCore
import MailJournal

/// Freezes a campaign with which something went wrong, and ends that again.
package struct IncidentCase {
    private let places: AuthorityPlaces
    private let surroundings: Surroundings

    package init(at places: AuthorityPlaces, in surroundings: Surroundings) {
        self.places = places
        self.surroundings = surroundings
    }

    /// Stops whoever is sending the campaign, and freezes it; an open incident is shown as it stands.
    ///
    /// - Parameters:
    ///   - name: The campaign's id, or the beginning of it.
    ///   - typed: Since when somebody knows, as they typed it; nil to show an open incident.
    /// - Returns: What is known of it.
    /// - Throws: `UnknownCampaign`; `WrongRequest` for a time that cannot be, or without an open incident;
    ///   `Refusal` if another campaign is being sent, or an incident is open since another time.
    package func open(_ name: String, typed: String?) async throws -> IncidentReport {
        let stopped = try await Stopping(at: places, in: surroundings).run(name)
        let workspace = try Workspace.open(places, in: surroundings)
        let id = stopped.status.campaign.id
        let campaign = try workspace.journal.campaign(id)
        let now = surroundings.now()
        let awareAt = try typed.map { try moment($0, in: workspace.settings.timeZone, now) }
        switch (try workspace.journal.openIncident(of: id), awareAt) {
        case (let known?, let said?) where known.awareAt != said:
            throw Refusal.incidentOpen(campaign: id, since: words(known, in: workspace))
        case (.some, _): break
        case (nil, let said?):
            try workspace.journal.openIncident(
                of: campaign.id,
                awareAt: said,
                by: surroundings.account.official,
                at: now
            )
        case (nil, nil): throw WrongRequest.noIncident(campaign: id)
        }
        return try IncidentReport(of: id, in: workspace, wasSending: stopped.wasRunning)
    }

    /// Ends the open incident of a campaign.
    ///
    /// - Throws: `UnknownCampaign`, or `WrongRequest` without one.
    package func close(_ name: String, because reason: String) throws -> IncidentClosed {
        let workspace = try Workspace.open(places, in: surroundings)
        let journal = workspace.journal
        let id = try journal.campaign(journal.campaignID(name)).id
        guard let open = try journal.openIncident(of: id) else {
            throw WrongRequest.noIncident(campaign: id)
        }
        try journal.closeIncident(
            of: id,
            because: reason,
            by: surroundings.account.official,
            at: surroundings.now()
        )
        return IncidentClosed(
            status: try StatusReport(of: id, in: workspace),
            awareAt: open.awareAt,
            because: reason
        )
    }

    private func moment(_ typed: String, in zone: TimeZone, _ now: Date) throws -> Date {
        let moment = try WrittenMoment.moment(typed, in: zone, option: "--aware-at")
        guard moment <= now else { throw WrongRequest.awareLater }
        return moment
    }

    private func words(_ incident: IncidentRecord, in workspace: Workspace) -> String {
        String(incident.awareAt.iso8601(in: workspace.settings.timeZone).prefix(16))
    }
}

/// An incident that was closed.
package struct IncidentClosed: Sendable {
    package let status: StatusReport
    package let awareAt: Date
    package let because: String
}
