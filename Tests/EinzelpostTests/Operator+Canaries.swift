import Foundation
import TestSupport
import Testing

extension Operator {
    /// What `canary.py check` says of messages.
    struct Judgement: Decodable {
        let ok: Bool
        /// Messages there must be.
        let expected: Int
        /// By folder.
        let messages: [String: Int]
    }

    private struct Making: Decodable {
        let from: String
        let to: String
    }

    /// Plans a schedule of canaries, and keeps what the oracle must know about it.
    ///
    /// - Parameters:
    ///   - making: Options of `canary.py make`.
    ///   - options: Options of `plan`.
    /// - Returns: The plan; blank and unusual cells may have made rows that need a decision.
    /// - Throws: When the oracle or the program cannot be run.
    func planCanaries(_ making: String, _ options: String = "") async throws -> PlanResult {
        let files = ["--schedule", path("termine.csv"), "--truth", path("truth.json")]
        let oracle = [Checkout.oracle("canary.py"), "make"]
        let made = try await Program.run("python3", oracle + files + words(making))
        let days = try JSONDecoder().decode(Making.self, from: Data(made.utf8))
        let choice = "--from \(days.from) --to \(days.to) \(options)"
        let ending = try await run("plan termine.csv \(choice) --format json")
        let plan: PlanResult = try ending.exited(ending.status == 1 ? 1 : 0).json()
        let rows = try await run("rows \(plan.campaign) --format json").exited(0).output
        try write(rows, to: "rows.json")
        return plan
    }

    /// Looks for every row's values in every other row's message.
    ///
    /// - Throws: `Program.Failure` with what was found.
    func judgeCanaries(_ folders: [String]) async throws -> Judgement {
        let files = ["--truth", path("truth.json"), "--rows", path("rows.json")]
        let text = try await Program.run(
            "python3",
            [Checkout.oracle("canary.py"), "check"] + folders.map(path) + files
        )
        return try JSONDecoder().decode(Judgement.self, from: Data(text.utf8))
    }
}
