import Foundation
import TestSupport
import Testing

/// JSON of `plan`, as far as tests go on with it.
struct PlanResult: Decodable {
    let campaign: String
    let digest: String
    let rows: Int
    let classes: [String: Int]
    let messages: Int
    let shared_addresses: Int
    let first_appointment: String?
    let last_appointment: String?
    let forecast_seconds: Int
    let problems: [Problem]
    let warnings: [String]
    let discarded_columns: [String]

    struct Problem: Decodable {
        let row: Int
        let line: Int
        let column: String?
        let `class`: String
        let message: String
    }
}

/// JSON of `rows`.
struct RowsResult: Decodable {
    let rows: [Row]

    struct Row: Decodable {
        let row: Int
        let line: Int
        let column: String?
        let `class`: String
        let reasons: [String]
        let message: String?
        let start: String?
        let state: String?
        let state_reason: String?
    }

    /// Of all messages, each once.
    var messageIDs: Set<String> { Set(rows.compactMap(\.message)) }
}

/// JSON of `send`, `resume` and `status`.
struct StatusResult: Decodable, Equatable {
    let campaign: String
    let state: String
    let messages: Int
    let deliveries: [String: Int]
    let started_at: String?
    let finished_at: String?
    let stopped_because: String?

    func count(_ state: String) -> Int { deliveries[state] ?? 0 }

    /// States without deliveries left out.
    var sums: [String: Int] { deliveries.filter { $0.value > 0 } }
}

/// JSON of `withdraw`, as far as it is not that of `status`.
struct WithdrawResult: Decodable {
    let digest: String
}

struct CampaignList: Decodable {
    let campaigns: [StatusResult]
}

/// JSON of `verify`.
struct VerifyResult: Decodable {
    let ok: Bool
    let messages: Int
    let transactions: Int
    let max_recipients_per_transaction: Int
    let foreign_values: Int
    let chain_head: String
    let failures: [String]
}

extension ChildProcess.Ending {
    /// Its standard output as one JSON object and nothing else.
    func json<Value: Decodable>(
        _ type: Value.Type = Value.self,
        at location: SourceLocation = #_sourceLocation
    ) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(output.utf8))
        } catch {
            Issue.record("\(error)\n\(output)\n\(errors)", sourceLocation: location)
            throw error
        }
    }

    /// Expects this exit code; what it said stands in the report if not.
    @discardableResult
    func exited(_ status: Int32, at location: SourceLocation = #_sourceLocation) -> Self {
        #expect(self.status == status, "\(errors)\(output)", sourceLocation: location)
        return self
    }
}
