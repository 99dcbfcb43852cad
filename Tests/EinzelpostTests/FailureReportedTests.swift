import Foundation
import TestSupport
import Testing

/// A real relay that cannot pass anything on, and the reports that it writes of that.
struct FailureReportedTests {
    /// Nobody is there; what comes back is kept.
    private static let nobody = """
        transport_maps = inline:{ {example.org = error:5.1.1 nobody here}, {kreis.example = retry:4.0.0 later} }
        smtpd_reject_unlisted_recipient = no
        """

    @Test(.needsRoot, .needsPostfix)
    func `a report names message and person as we named them, and holds no text`() async throws {
        try await PrivatePostfix.run(Self.nobody) { postfix in
            let office = try Operator(Configuration(port: postfix.port))
            let plan = try await office.ready(SmallSchedule(people: 3))
            try await office.run("send \(plan.campaign)").exited(0)
            var reports: [String] = []
            for _ in 0..<100 where reports.count < 3 {
                try await Task.sleep(for: .milliseconds(200))
                reports = try await postfix.deferred().filter { $0.contains("delivery-status") }
            }
            try #require(reports.count == 3)
            var names: Set<Substring> = []
            for report in reports {
                let name = try #require(
                    report.firstMatch(of: /\nOriginal-Envelope-Id: ([0-9a-f]{32})\n/)
                ).1
                let message = try #require(report.firstMatch(of: /\nMessage-ID: <([^@]*)@/)).1
                #expect(name != message)
                let final = try #require(report.firstMatch(of: /\nFinal-Recipient: rfc822; (.*)\n/))
                    .1
                #expect(report.contains("\nOriginal-Recipient: rfc822;\(final)\n"), "\(report)")
                #expect(report.contains("\nAction: failed\n"))
                #expect(report.contains("\nContent-Type: text/rfc822-headers\n"))
                #expect(!report.contains("multipart/alternative\n") && !report.contains("<html"))
                names.insert(name)
            }
            #expect(names.count == 3)
        }
    }
}
