import Foundation
import MailCampaign
import MailCore
import Synchronization

/// What was found out about campaigns by reading all of their messages, for as long as nothing of it has changed.
///
/// No personal data.
final class KnownCampaigns: Sendable {
    private struct Known: Sendable {
        /// What it was true of: the digest, the messages that are left, and about when.
        let version: String
        var check: CampaignCheck?
        var telling: TellingMessages?
        /// By who asks: whoever planned may not approve.
        var obstacles: [Official: Obstacle] = [:]
    }

    /// Why it could not be approved, or not by whoever asks.
    private enum Obstacle: Sendable {
        case nothing
        case refusal(Sentence)

        var words: Sentence? {
            switch self {
            case .nothing: nil
            case .refusal(let words): words
            }
        }
    }

    private let known = Mutex<[String: Known]>([:])

    /// Everything that an approval binds; warnings about time may be ten minutes old.
    func check(of name: String, in office: Office) async throws -> CampaignCheck {
        let status = try await status(of: name, in: office)
        let version = version(of: status, in: office)
        if var check = known.withLock({ $0[status.id] }).flatMap({
            $0.version == version ? $0.check : nil
        }) {
            check.status = status
            return check
        }
        let check = try await office.look { try CampaignCheck(of: status.id, in: $0) }
        keep(status.id, version) { $0.check = check }
        return check
    }

    /// Messages that tell much.
    func telling(of name: String, in office: Office) async throws -> TellingMessages {
        let status = try await status(of: name, in: office)
        let version = version(of: status, in: office)
        if let telling = known.withLock({ $0[status.id] }).flatMap({
            $0.version == version ? $0.telling : nil
        }) {
            return telling
        }
        let telling = try await office.look { try TellingMessages(of: status.id, in: $0) }
        keep(status.id, version) { $0.telling = telling }
        return telling
    }

    /// Why a campaign could not be approved, said before anybody types; nil if it could.
    ///
    /// It is looked at once more when somebody approves.
    func obstacle(to check: CampaignCheck, in office: Office) async throws -> Sentence? {
        let version = version(of: check.status, in: office)
        let (official, kept) = (
            office.surroundings.account.official, known.withLock { $0[check.id] }
        )
        if let kept, kept.version == version, let obstacle = kept.obstacles[official] {
            return obstacle.words
        }
        let obstacle: Obstacle
        do {
            try await office.look { workspace in
                try Approval(of: check.id, in: workspace).check(for: check.status.digest)
            }
            obstacle = .nothing
        } catch {
            guard let report = ErrorReport(error), report.conclusion == .refused else {
                throw error
            }
            obstacle = .refusal(report.message)
        }
        keep(check.id, version) { $0.obstacles[official] = obstacle }
        return obstacle.words
    }

    private func status(of name: String, in office: Office) async throws -> StatusReport {
        try await office.look { workspace in
            try StatusReport(of: workspace.campaignID(name), in: workspace)
        }
    }

    private func version(of status: StatusReport, in office: Office) -> String {
        let tenMinutes = Int(office.surroundings.now().timeIntervalSince1970 / 600)
        return "\(status.digest) \(status.state) \(status.deliveries.live) \(tenMinutes)"
    }

    private func keep(_ id: String, _ version: String, _ change: (inout Known) -> Void) {
        known.withLock { known in
            var entry =
                known[id].flatMap { $0.version == version ? $0 : nil }
                ?? Known(version: version)
            change(&entry)
            // A few are looked at in an evening.
            if known.count > 20 { known = [:] }
            known[id] = entry
        }
    }
}
