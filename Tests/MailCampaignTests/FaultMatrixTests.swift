import Foundation
import MailCampaign
import MailCore
import MailSending
import MailTransport
import Synchronization
import TestSupport
import Testing

/// What a relay can say or do at each step, once in a campaign of four, over a real connection.
///
/// docs/fault-matrix.md shows what comes of it; `make fault-matrix` writes the page anew.
@Suite(.serialized)
struct FaultMatrixTests {
    /// How the envelope of the message that it happens to has reached the relay.
    private enum Way: String, CaseIterable {
        case lockStep = "one command at a time"
        case pipelined = "in one group"
        case ahead = "behind the message before"

        /// Which of the four it happens to.
        var person: Int { self == .ahead ? 2 : 1 }
    }

    private struct Fault {
        let at: String
        let says: String
        let exceptions: (Int) -> [RelayScript.Exception]
        let ways: [Way]
        var security = Relay.Security.none
        var login: Login?
        var capabilities: [String] = []
    }

    /// A relay that waits for what never comes is left soon.
    private static let timeouts: RelayTimeouts = {
        var timeouts = RelayTimeouts()
        timeouts.data = .seconds(2)
        timeouts.recipient = .seconds(2)
        timeouts.finalDot = .seconds(2)
        timeouts.farewell = .seconds(2)
        return timeouts
    }()

    private static let envelope: [(String, RelayScript.Moment)] = [
        ("MAIL", .mail), ("RCPT", .rcpt), ("DATA", .data),
    ]

    private static let replies = [
        "250 2.0.0 surplus", "354 go ahead", "421 4.3.2 closing", "450 4.2.0 mailbox busy",
        "451 4.7.1 too fast", "452 4.3.1 no room", "500 5.5.2 what", "503 5.5.1 sequence",
        "504 5.5.2 name", "530 5.7.0 login first", "535 5.7.8 login", "550 5.1.1 unknown",
        "550 5.7.1 denied", "550 no", "552 5.3.4 too large", "554 5.7.1 denied",
    ]

    private static func answers(_ moment: RelayScript.Moment) -> [(String, [RelayScript.Step])] {
        let granted = moment == .data ? "354" : "250"
        return replies.filter { !$0.hasPrefix(granted) }.map { reply in
            let step = RelayScript.Step.answer(reply)
            return (reply, reply.hasPrefix("421") ? [step, .close] : [step])
        } + [("hangs up", [.close]), ("resets", [.reset]), ("nonsense", [.raw("what?\r\n")])]
    }

    private static func isLast(_ moment: RelayScript.Moment) -> Bool {
        [.body, .dot, .quit].contains(moment)
    }

    private static var faults: [Fault] {
        var faults: [Fault] = []
        for (name, moment) in envelope + [("body", .body), ("dot", .dot), ("QUIT", .quit)] {
            for (says, steps) in answers(moment) {
                faults.append(
                    Fault(
                        at: name,
                        says: says,
                        exceptions: { [exception(moment, $0, steps)] },
                        ways: moment == .quit ? [.pipelined] : Way.allCases
                    )
                )
            }
        }
        for (name, moment) in [("greeting", RelayScript.Moment.greeting), ("EHLO", .ehlo)] {
            faults += openings(name, moment, goodbyes + [("554 5.7.1 no", isLast: true)])
        }
        for fault in openings("AUTH", .auth, goodbyes + logins) {
            var fault = fault
            fault.login = Login(username: "office", password: Password("made-up"))
            fault.capabilities = ["AUTH PLAIN LOGIN"]
            faults.append(fault)
        }
        return faults + encryptions
    }

    private static let goodbyes = [
        (says: "421 4.3.2 closing", isLast: true), ("hangs up", true), ("nonsense", true),
    ]

    private static let logins = [
        (says: "334 more", isLast: false), ("454 4.7.0 temporary failure", false),
        ("500 5.5.2 what", false), ("504 5.5.4 mechanism", false),
        ("530 5.7.0 encrypt first", false),
        ("534 5.7.9 too weak", false), ("535 5.7.8 login", false),
    ]

    /// What can be said before the first message, once to the first connection and once to a later one.
    private static func openings(
        _ name: String,
        _ moment: RelayScript.Moment,
        _ replies: [(says: String, isLast: Bool)]
    ) -> [Fault] {
        replies.flatMap { says, isLast in
            let steps = steps(of: says, isLast: isLast)
            return [
                Fault(
                    at: name,
                    says: says,
                    exceptions: { _ in [exception(moment, 1, steps)] },
                    ways: [.pipelined]
                ),
                Fault(
                    at: "\(name), later",
                    says: says,
                    exceptions: { _ in
                        [exception(.rcpt, 1, [.close]), exception(moment, 2, steps)]
                    },
                    ways: [.pipelined]
                ),
            ]
        }
    }

    private static func steps(of says: String, isLast: Bool) -> [RelayScript.Step] {
        switch says {
        case "hangs up": [.close]
        case "nonsense": [.raw("what?\r\n"), .close]
        default: isLast ? [.answer(says), .close] : [.answer(says)]
        }
    }

    /// Of a relay that never encrypts, though it must: whatever it says, nothing goes out in clear.
    private static var encryptions: [Fault] {
        let replies =
            goodbyes + [
                (says: "220 2.0.0 go ahead, then clear text", isLast: true),
                ("454 4.7.0 not now", false), ("500 5.5.2 what", false), ("502 5.5.1 never", false),
                ("is not offered", false),
            ]
        return replies.map { says, isLast in
            Fault(
                at: "STARTTLS",
                says: says,
                exceptions: { _ in
                    [
                        .at(
                            .starttls,
                            steps(of: says, isLast: isLast) + [.raw("250 2.0.0 in clear\r\n")]
                        )
                    ]
                },
                ways: [.pipelined],
                security: .startTLS,
                capabilities: says == "is not offered" ? [] : ["STARTTLS"]
            )
        }
    }

    private static func exception(
        _ moment: RelayScript.Moment,
        _ number: Int,
        _ steps: [RelayScript.Step]
    ) -> RelayScript.Exception {
        .at(moment, number: number, steps)
    }

    /// What came of it, in the words of the page.
    private struct Outcome: Hashable {
        let booked: String
        let connections: Int
        let then: String
        let end: String
        let told: String

        var cells: String {
            "\(booked) | \(connections > 1 ? "renewed" : "kept") | \(then) | \(end) | \(told)"
        }
    }

    private func outcome(of fault: Fault, _ way: Way) async throws -> Outcome {
        var script = RelayScript()
        script.exceptions = fault.exceptions(way.person)
        if way == .lockStep { script.capabilities = ["SIZE 10485760"] }
        script.capabilities += fault.capabilities
        let relay = try ScriptedRelay(script)
        defer { relay.stop() }
        let office = try CampaignScene(
            connect: { [security = fault.security, login = fault.login] _ in
                RelayConnection(
                    to: Relay(
                        host: "127.0.0.1",
                        port: relay.port,
                        security: security,
                        login: login
                    ),
                    timeouts: Self.timeouts
                )
            }
        )
        let id = try office.ready(SmallSchedule(people: 4))
        let seen = Mutex<[(state: DeliveryState, course: SendingCourse)]>([])
        let result = try await office.send(id) { event in
            if case .concluded(let state, let sums) = event {
                seen.withLock { $0.append((state, sums.course)) }
            }
        }
        let conclusions = seen.withLock(\.self)
        let own = conclusions.dropFirst(way.person - 1).first
        // Nobody else is touched by it: each of the others is told once, by one message of their own.
        let column = SmallSchedule.column("E-Mail")
        let others = SmallSchedule(people: 4).rows.enumerated()
            .filter { $0.offset + 1 != way.person }.map { $0.element[column] }
        for address in others where !isStopped(result) {
            #expect(
                relay.accepted.count { $0.recipients == [address] } == 1,
                "\(fault.at) \(fault.says)"
            )
        }
        #expect(relay.transactions.allSatisfy { $0.recipients.count <= 1 })
        #expect(fault.security == .none || !relay.commands.contains { $0.hasPrefix("MAIL") })
        #expect(result.status.deliveries[.refused] <= 1 && result.status.deliveries[.unknown] <= 1)
        return Outcome(
            booked: own?.state.rawValue ?? "nobody",
            connections: relay.connections,
            then: then(own?.course),
            end: end(result),
            told: "\(result.status.deliveries[.accepted]) of 4"
        )
    }

    private func isStopped(_ result: Sending.Result) -> Bool {
        if case .stopped = result.outcome { true } else { false }
    }

    private func then(_ course: SendingCourse?) -> String {
        guard let course else { return "" }
        if course.relayIsAwayUntil != nil { return "waits" }
        return course.rates.isEmpty ? "" : "brakes"
    }

    private func end(_ result: Sending.Result) -> String {
        switch result.outcome {
        case .done: "done"
        case .needsDecision:
            result.status.deliveries[.unknown] > 0 ? "one is unknown" : "one is refused"
        case .stopped(.relayUnreachable): "stops, relay (69)"
        case .stopped(.setAside): "one is set aside"
        case .stopped: "stops"
        }
    }

    /// The lines of the page for a fault: one, or one for each way that ends differently.
    private func lines(of fault: Fault) async throws -> [String] {
        var groups: [(ways: [Way], outcome: Outcome)] = []
        for way in fault.ways {
            let outcome = try await outcome(of: fault, way)
            if let index = groups.firstIndex(where: { $0.outcome.cells == outcome.cells }) {
                groups[index].ways.append(way)
            } else {
                groups.append(([way], outcome))
            }
        }
        return groups.map { ways, outcome in
            let shown = groups.count == 1 ? "" : ways.map(\.rawValue).joined(separator: ", ")
            return "| \(fault.at) | \(fault.says) | \(shown) | \(outcome.cells) |"
        }
    }

    /// All of them with `make test-long`.
    @Test func `what a relay does once is booked as the page says, and on nobody else`()
        async throws
    {
        let page = CampaignScene.root + "/docs/fault-matrix.md"
        let text = try String(contentsOfFile: page, encoding: .utf8)
        let isWriting =
            LongRun.isOn && ProcessInfo.processInfo.environment["EINZELPOST_WRITE_DOCS"] != nil
        let step = LongRun.isOn ? 1 : 23
        var lines: [String] = []
        for (index, fault) in Self.faults.enumerated() where index % step == 0 {
            lines += try await self.lines(of: fault)
        }
        if isWriting {
            let rule = try #require(text.firstRange(of: "| --- |"))
            let table = text[rule.lowerBound...].firstIndex(of: "\n") ?? text.endIndex
            let written = text[..<table] + "\n" + lines.joined(separator: "\n") + "\n"
            try written.write(toFile: page, atomically: true, encoding: .utf8)
        }
        let known = Set(text.split(separator: "\n").map(String.init))
        #expect(
            lines.filter { !known.contains($0) } == [],
            "a changed line is a decision: see it, then make fault-matrix"
        )
    }
}
