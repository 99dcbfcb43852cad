import Foundation
import TestSupport
import Testing

/// Where templates come from, and that a folder that happens to lie there is none of them.
struct TemplatePlaceTests {
    private let office: Operator

    init() throws {
        office = try Operator()
        try FileManager.default.copyItem(
            atPath: Checkout.templates,
            toPath: office.path("Templates")
        )
        try office.write(SmallSchedule(people: 2).text, to: "termine.csv")
        let letter = "Templates/termin-absage/message.txt"
        let text = try String(contentsOfFile: office.path(letter), encoding: .utf8)
        try office.write(text + "\nFundstück.\n", to: letter)
    }

    /// Whether the messages of a plan are made from the folder of this office, and what is said.
    private func plan(_ options: String) async throws -> (isOwn: Bool, errors: String, view: String)
    {
        // What the two parts say must be the same; the HTML part is none of this.
        try? FileManager.default.removeItem(
            atPath: office.path("Templates/termin-absage/message.html")
        )
        let ending = try await office.run(
            "plan termine.csv \(SmallSchedule.days) --format json \(options)"
        )
        let plan: PlanResult = try ending.exited(0).json()
        let letters = try await office.run("preview \(plan.campaign) \(options)").exited(0).output
        let view = try await office.run("approve \(plan.campaign) \(options)").exited(0).output
        return (letters.contains("Fundstück"), ending.errors, view)
    }

    @Test func `a folder Templates that nobody named is not used, and that is said`() async throws {
        let (isOwn, errors, view) = try await plan("")
        #expect(!isOwn)
        #expect(errors.contains("The folder \(office.path("Templates")) is not used"), "\(errors)")
        #expect(errors.contains("[content] templates"))
        #expect(
            view.contains("  templates    \(Checkout.templates) (came with the program)"),
            "\(view)"
        )
    }

    @Test func `one that the option names is used`() async throws {
        let (isOwn, errors, view) = try await plan("--templates Templates")
        #expect(isOwn && errors.isEmpty, "\(errors)")
        #expect(view.contains("  templates    Templates (named with --templates)"), "\(view)")
    }

    @Test func `one that the configuration names is used, and lies beside it`() async throws {
        let text = Configuration().text + "\n[content]\ntemplates = \"Templates\"\n"
        try office.write(text, to: "einzelpost.toml")
        let (isOwn, errors, view) = try await plan("")
        #expect(isOwn && errors.isEmpty, "\(errors)")
        #expect(view.contains("Templates ([content] templates)"), "\(view)")
    }

    @Test func `one that is not there is told with who named it`() async throws {
        let option = try await office.run("lint --templates Briefe").exited(78)
        #expect(
            option.errors.contains("missing: Briefe (named with --templates)"),
            "\(option.errors)"
        )
        let text = Configuration().text + "\n[content]\ntemplates = \"Briefe\"\n"
        try office.write(text, to: "einzelpost.toml")
        let key = try await office.run("lint").exited(78)
        #expect(key.errors.contains("Briefe ([content] templates)"), "\(key.errors)")
    }
}
