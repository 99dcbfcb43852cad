import Foundation
import MailCampaign
import Synchronization
import TestSupport
import Testing

/// The demonstration with an example of its own, small enough for every run.
struct DemonstrationTests {
    private let office: CampaignScene

    init() throws {
        office = try CampaignScene()
        let example = try String(
            contentsOfFile: CampaignScene.root + "/Examples/einzelpost.toml",
            encoding: .utf8
        )
        try FileManager.default.createDirectory(
            atPath: office.path("Examples"),
            withIntermediateDirectories: true
        )
        try office.write(example, to: "Examples/einzelpost.toml")
        try office.copyTemplates()
    }

    /// As who sits there, and as the service account, which takes no other configuration than its own.
    @Test(arguments: [1_001, 990] as [UInt32])
    func `messages that the mail server has not counted are not believed`(user: UInt32) async throws
    {
        office.become(user, "einzelpost")
        let steps = Mutex<[String]>([])
        let example = try Data(
            contentsOf: URL(filePath: CampaignScene.root + "/Examples/impftermine.csv")
        )
        let lines = example.split(separator: UInt8(ascii: "\n")).prefix(40)
        try Data(lines.joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")])
            .write(to: URL(filePath: office.path("Examples/impftermine.csv")))
        let demonstration = Demonstration(
            output: office.path("vorfuehrung"),
            surroundings: office.surroundings
        )
        // The script stands for the relay, so nothing reaches the server that counts.
        let outcome = try await demonstration.run(
            stop: StopRequest(),
            onStep: { step in
                let word =
                    switch step {
                    case .planned: "planned"
                    case .sent(let result): "sent, \(result.outcome)"
                    case .verified(let verified): "verified, \(verified.isOK)"
                    }
                steps.withLock { $0.append(word) }
            },
            onEvent: { _ in }
        )
        #expect(outcome == .done)
        #expect(steps.withLock(\.self) == ["planned", "sent, done", "verified, false"])
    }

    @Test func `a folder that is there already is left alone`() async throws {
        try office.write("", to: "vorfuehrung")
        let demonstration = Demonstration(
            output: office.path("vorfuehrung"),
            surroundings: office.surroundings
        )
        await #expect(throws: FileError.isThere(office.path("vorfuehrung"), .folder)) {
            try await demonstration.run(stop: StopRequest(), onStep: { _ in }, onEvent: { _ in })
        }
        #expect(try office.text(of: "vorfuehrung").isEmpty)
    }
}
