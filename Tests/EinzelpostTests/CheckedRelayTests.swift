import Foundation
import TestSupport
import Testing

/// What `check` says of a relay that does not take our mail.
struct CheckedRelayTests {
    private static let password = ["EINZELPOST_TEST_KENNWORT": "kanarienvogel"]

    /// What the relay answers, and what is said of it.
    @Test(arguments: [
        (
            RelayScript.Moment.mail, "530 5.7.0 Authentication required",
            "answers 530 5.7.0 to MAIL: it wants a login first; set username and password_file in [relay]"
        ),
        (
            .rcpt, "554 5.7.1 <ruecklauf@kreis.example>: Relay access denied",
            "answers 554 5.7.1 to RCPT: it passes on no mail for this host (“Relay access denied”)"
        ),
        (.rcpt, "550 relay not permitted", "(“Relay access denied”)"),
        (
            .rcpt, "550 5.1.1 user unknown",
            "answers 550 5.1.1 to RCPT: it knows nobody at sender.envelope_from"
        ),
        (
            .rcpt, "504 5.5.2 <rathaus>: Helo command rejected",
            "it does not like the name that it is greeted with (“termine.kreis.example”); set helo in [relay]"
        ),
        (
            .mail, "553 5.7.1 sender address rejected",
            "answers 553 5.7.1 to MAIL: it does not take sender.envelope_from"
        ),
        (
            .rcpt, "451 4.7.1 greylisted",
            "answers 451 4.7.1 to RCPT: not now; try again in a few minutes"
        ),
    ])
    func `a refusal is called what it is`(
        moment: RelayScript.Moment,
        line: String,
        sentence: String
    ) async throws {
        let relay = try ScriptedRelay(RelayScript(.at(moment, .answer(line))))
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port))
        let check = try await office.run("check").exited(69)
        #expect(
            check.output.contains("NO  relay            the relay 127.0.0.1:\(relay.port) answers")
        )
        #expect(check.output.contains(sentence), "\(check.output)")
        #expect(relay.transactions.isEmpty)
        #expect(!relay.commands.contains("DATA"))
    }

    @Test func `the question about the sender is taken back`() async throws {
        let relay = try ScriptedRelay(RelayScript())
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port))
        try await office.run("check").exited(0)
        #expect(
            relay.commands == [
                "EHLO termine.kreis.example", "MAIL FROM:<ruecklauf@kreis.example>",
                "RCPT TO:<ruecklauf@kreis.example>", "RSET", "QUIT",
            ]
        )
    }

    @Test(arguments: ["XOAUTH2", "NTLM"])
    func `a relay where no password counts is named as that`(mechanism: String) async throws {
        let relay = try await EncryptedRelay("--without-auth", "--offer", "AUTH \(mechanism)")
        let office = try Operator(relay.configuration(login: true))
        let check = try await office.run(["check"], environment: Self.password).exited(69)
        #expect(
            check.output.contains(
                "lets nobody log in with a user name and password (PLAIN, LOGIN); it offers only \(mechanism)."
            ),
            "\(check.output)"
        )
        let told = try await relay.finish()
        #expect(!told.contains { $0.contains("MAIL FROM") })
    }

    @Test func `a port that waits for TLS is named within ten seconds`() async throws {
        let relay = try await EncryptedRelay("--implicit")
        let office = try Operator(relay.configuration(login: true))
        let began = ContinuousClock.now
        let check = try await office.run(["check"], environment: Self.password).exited(69)
        #expect(ContinuousClock.now - began < .seconds(10))
        #expect(check.output.contains("waits for TLS"), "\(check.output)")
        #expect(check.output.contains("Write smtps:// in [relay] url."))
        #expect(!(try await relay.finish()).contains { $0.contains("MAIL FROM") })
    }

    @Test func `TLS from the first byte where the relay begins in clear text says what to write`()
        async throws
    {
        let relay = try await EncryptedRelay()
        let office = try Operator(
            relay.configuration(login: true).with {
                $0.relay = $0.relay.replacing("smtp://", with: "smtps://")
            }
        )
        let check = try await office.run(["check"], environment: Self.password).exited(69)
        #expect(check.output.contains("then write smtp:// in [relay] url"), "\(check.output)")
    }

    /// The relay is looked at all the same.
    @Test func `without the password one still sees whether the relay encrypts`() async throws {
        let relay = try await EncryptedRelay()
        let office = try Operator(relay.configuration(login: true))
        let check = try await office.run("check").exited(78)
        #expect(check.output.contains("NO  password         relay.password_env: the variable"))
        #expect(check.output.contains("--  relay            127.0.0.1:\(relay.port), encrypted"))
        #expect(!(try await relay.finish()).contains { $0.contains("AUTH") })
    }

    @Test func `JSON has values, and what is wrong with its subject`() async throws {
        let relay = try ScriptedRelay(RelayScript(.at(.mail, .answer("530 5.7.0 no"))))
        defer { relay.stop() }
        let office = try Operator(Configuration(port: relay.port))
        let failed: Checked = try await office.run("check --format json").exited(69).json()
        #expect(!failed.ok && failed.relay == nil)
        #expect(failed.error?.code == "relay")
        #expect(failed.problems.map(\.subject) == ["relay"])
        #expect(failed.configuration == "einzelpost.toml")
        #expect(failed.templates?.origin == "program")
        #expect(
            failed.templates?.names == [
                "benachrichtigung-art-34", "berichtigung", "termin-absage",
                "termin-absage-neu-buchen",
                "termin-bleibt-abgesagt", "termin-gilt-wieder",
            ]
        )
        #expect(
            failed.state_directory == "./state"
                || failed.state_directory?.hasSuffix("/state") == true
        )

        let other = try ScriptedRelay(RelayScript())
        defer { other.stop() }
        try office.write(Configuration(port: other.port).text, to: "einzelpost.toml")
        let fine: Checked = try await office.run("check --format json").exited(0).json()
        #expect(fine.ok && fine.error == nil && fine.problems.isEmpty)
        #expect(fine.relay?.name == "127.0.0.1:\(other.port)")
        #expect(fine.relay?.size_limit == 10_485_760 && fine.relay?.encrypted == false)
    }

    private struct Checked: Decodable {
        struct Templates: Decodable {
            let folder: String
            let origin: String
            let names: [String]
        }

        struct Relay: Decodable {
            let name: String
            let encrypted: Bool
            let size_limit: Int?
        }

        struct Problem: Decodable {
            let subject: String
            let message: String
        }

        struct Failure: Decodable {
            let code: String
            let problems: [String]
        }

        let ok: Bool
        let configuration: String?
        let templates: Templates?
        let state_directory: String?
        let relay: Relay?
        let problems: [Problem]
        let error: Failure?
    }
}
