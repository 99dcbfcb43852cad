import TestSupport
import Testing

extension Operator {
    /// Plans a small schedule.
    func plan(
        _ schedule: SmallSchedule,
        as name: String = "termine.csv",
        _ options: String = SmallSchedule.days,
        exits status: Int32 = 0
    ) async throws -> PlanResult {
        try write(schedule.text, to: name)
        return try await run(["plan", name, "--format", "json"] + words(options)).exited(status)
            .json()
    }

    @discardableResult
    func approve(_ plan: PlanResult) async throws -> StatusResult {
        try await run("approve \(plan.campaign) --digest \(plan.digest) --by Amt --format json")
            .exited(0).json()
    }

    /// Plans and approves.
    func ready(_ schedule: SmallSchedule) async throws -> PlanResult {
        let plan = try await plan(schedule)
        try await approve(plan)
        return plan
    }

    func send(_ plan: PlanResult) async throws -> ChildProcess.Ending {
        try await run("send \(plan.campaign) --format json")
    }

    func resume() async throws -> ChildProcess.Ending {
        try await run("resume --format json")
    }

    func status(of plan: PlanResult) async throws -> StatusResult {
        try await run("status \(plan.campaign) --format json").exited(0).json()
    }

    func campaigns() async throws -> [StatusResult] {
        // 1 where a row could not be read and waits for a person.
        try await run("status --format json").json(CampaignList.self).campaigns
    }

    func rows(of plan: PlanResult) async throws -> RowsResult {
        try await run("rows \(plan.campaign) --format json").exited(0).json()
    }

    func verify(_ plan: PlanResult) async throws -> VerifyResult {
        try await run("verify \(plan.campaign) --format json").json()
    }
}
