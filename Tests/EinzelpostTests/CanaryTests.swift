import TestSupport
import Testing

/// Schedules in which every cell stands in one row alone, sent to the built-in mail server; an
/// oracle that shares no code with the program looks for every other row in each message.
struct CanaryTests {
    /// What `canary.py make` is told, and the template that prints it.
    struct Variant: Sendable, CustomTestStringConvertible {
        let rows: Int
        let template: String
        let making: String

        init(_ rows: Int, _ template: String, _ making: String = "") {
            (self.rows, self.template, self.making) = (rows, template, making)
        }

        var testDescription: String { "\(rows) rows, \(template) \(making)" }

        /// The shipped template lies elsewhere than those made for these tests.
        var templates: String {
            template == "termin-absage"
                ? Checkout.templates : "\(Checkout.root)/Tests/Canary/Templates"
        }

        /// Whether `preview` is asked too; it writes the same messages.
        var isShown: Bool { template == "attribute" }
    }

    @Test(
        arguments: [
            Variant(1494, "termin-absage"), Variant(300, "nur-text"), Variant(300, "attribute"),
            Variant(300, "termin-absage", "--shuffle"),
            Variant(300, "termin-absage", "--blank 0.1"),
            Variant(300, "termin-absage", "--shared 0.5"),
            Variant(300, "termin-absage", "--naughty"),
            Variant(300, "attribute", "--shuffle --blank 0.05 --shared 0.5 --naughty"),
        ]
    )
    func `no message holds anything of another row`(variant: Variant) async throws {
        let office = try Operator(Configuration(connections: 4))
        let templates = "--templates \(variant.templates)"
        let plan = try await office.planCanaries(
            "--rows \(variant.rows) \(variant.making)",
            "--template \(variant.template) \(templates)"
        )
        let campaign = plan.campaign
        try await office.run("send \(campaign) --rehearse --output sent \(templates)").exited(0)
        var folders = ["sent"]
        if variant.isShown {
            try await office.run("preview \(campaign) --all --output shown \(templates)").exited(0)
            folders.append("shown")
        }
        let judgement = try await office.judgeCanaries(folders)
        #expect(judgement.ok)
        #expect(judgement.expected == plan.messages)
        let expected = folders.map { ($0, plan.messages) }
        #expect(judgement.messages == Dictionary(uniqueKeysWithValues: expected))
    }
}
