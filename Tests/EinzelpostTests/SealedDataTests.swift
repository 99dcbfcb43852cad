import Foundation
import Glibc
import TestSupport
import Testing

/// Nobody is shown by what the program leaves on the disk, except where somebody asked for it.
struct SealedDataTests {
    /// A value of its own in each cell of a file; each holds one of a few marks, which stand nowhere else.
    private struct Canaries {
        /// Of the columns that are kept of a person, and of those that are not.
        static let marks = ["zyxwvutzyx", "+49 221 83", "KQZYXWVUT", "zyxwvunotes"]

        static let header = [
            "Buchungs-ID", "Nachname", "Vorname", "E-Mail", "Telefon", "Ort", "Datum", "Uhrzeit",
            "Bemerkung", "Geb.-Datum", "Diagnose",
        ]
        let text: String

        init(rows: Int) {
            var lines = [Self.header.joined(separator: ";")]
            for row in 0..<rows {
                let word = Self.word(row)
                let own = [
                    "KQZYXWVUT-\(730_000 + row)", "Nach\(word)", "Vor\(word)",
                    "post.\(word.lowercased())@example.org", "+49 221 \(8_300_000 + row)",
                    "Halle \(word)",
                ]
                let others = ["Notiz", "Alter", "Befund"].map { "\($0) \(word) zyxwvunotes" }
                let time = "\(8 + row / 60 % 10):\(row % 60 < 10 ? "0" : "")\(row % 60)"
                lines.append((own + ["19.03.2097", time] + others).joined(separator: ";"))
            }
            text = lines.joined(separator: "\r\n") + "\r\n"
        }

        /// Letters alone, another for each row.
        private static func word(_ number: Int) -> String {
            var (rest, word) = (number, "")
            for _ in 0..<3 {
                word.append(Array("bdfgklmnprst")[rest % 12])
                word.append(Array("aeiou")[rest / 12 % 5])
                rest /= 7
            }
            return word.capitalized + "zyxwvutzyx" + String(UnicodeScalar(UInt8(97 + number % 26)))
                + String(UnicodeScalar(UInt8(97 + number / 26 % 26)))
        }
    }

    /// Looks for texts in every file of a folder, in the spellings that data takes.
    private static let search = """
        import base64, json, pathlib, sys
        folder, values, but = pathlib.Path(sys.argv[1]), json.loads(sys.argv[2]), set(sys.argv[3:])
        def spellings(value):
            octets = value.encode()
            yield octets
            yield value.encode("utf-16-le")
            yield value.encode("utf-16-be")
            yield octets.hex().encode()
            yield octets.hex().upper().encode()
            yield value.replace("@", "=40").encode()
            # Whatever stands before it, three octets become four letters.
            for shift in range(3):
                letters = base64.b64encode(b"x" * shift + octets)
                yield letters[(0, 2, 3)[shift]:-4]
        found = []
        for path in sorted(folder.rglob("*")):
            if not path.is_file() or path.name in but:
                continue
            octets = path.read_bytes()
            found += [f"{path.name}: {value}" for value in values
                      if any(len(s) > 5 and s in octets for s in spellings(value))]
        print(json.dumps(found))
        """

    private func found(in office: Operator) async throws -> [String] {
        let marks = String(decoding: try JSONEncoder().encode(Canaries.marks), as: UTF8.self)
        let output = try await Program.run(
            "python3",
            [
                "-c", Self.search, office.folder.path, marks, "canaries.csv", "looked.csv",
            ]
        )
        return try JSONDecoder().decode([String].self, from: Data(output.utf8))
    }

    private func prepared(rows: Int, _ relay: HoldingRelay) async throws -> (Operator, Canaries) {
        let office = try Operator(Configuration(port: relay.port))
        let canaries = Canaries(rows: rows)
        try office.write(canaries.text, to: "canaries.csv")
        return (office, canaries)
    }

    private func text(of name: String, _ office: Operator) throws -> String {
        String(decoding: try office.folder.bytes(of: name), as: UTF8.self)
    }

    @Test func `a thousand people are on no octet of the disk, and in no line that is said`()
        async throws
    {
        let relay = try await HoldingRelay()
        let (office, canaries) = try await prepared(rows: 1_000, relay)
        var said = ""
        func run(_ line: String, _ code: Int32 = 0) async throws -> ChildProcess.Ending {
            let ending = try await office.run(line)
            said += ending.output + ending.errors
            return ending.exited(code)
        }
        let planned = try await run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let plan: PlanResult = try planned.json()
        #expect(plan.messages == 1_000)
        #expect(try await found(in: office) == [])
        // What looks for them finds them where they are.
        let bytes = Array(canaries.text.utf8)
        let seen = [
            "text": bytes,
            "utf16": canaries.text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
            "base64": Array(Data(bytes).base64EncodedString().utf8),
            "hex": bytes.flatMap { Array(String(Int($0) + 256, radix: 16).suffix(2).utf8) },
        ]
        for (name, octets) in seen { try office.write(octets, to: name) }
        for name in seen.keys {
            #expect(try await found(in: office).count { $0.hasPrefix(name) } == 4, "\(name)")
        }
        for name in seen.keys {
            try FileManager.default.removeItem(atPath: office.path(name))
        }

        said = ""
        let id = plan.campaign
        _ = try await run("rows \(id)")
        _ = try await run("approve \(id) --digest \(plan.digest) --by Amt")
        _ = try await run("send \(id)")
        _ = try await run("status \(id)")
        _ = try await run("verify \(id)")
        _ = try await run("lists \(id) --output looked.csv")
        _ = try await run("proof \(id) --output proof.json")
        #expect(try await relay.taken().count == 1_000)
        #expect(try await found(in: office) == [])
        // The view names places, and hides who the people are.
        #expect(!said.contains("KQZYXWVUT") && !said.contains("zyxwvunotes"))
        #expect(!said.contains("+49 221 83"))
        #expect(!said.contains(/(Nach|Vor|post\.)[A-Za-z]+zyxwvutzyx/))

        _ = try await run("erase \(id)")
        #expect(try await found(in: office) == [])
        let verified = try await office.verify(plan)
        #expect(verified.ok, "\(verified.failures)")
        try await Program.run(
            "python3",
            [Checkout.oracle("check_proof.py"), office.path("proof.json")]
        )
        let again: PlanResult = try await run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        .json()
        #expect(again.classes["already-notified"] == 1_000)
    }

    @Test func `without its keys a journal says what is missing and what still works`()
        async throws
    {
        let relay = try await HoldingRelay()
        let (office, _) = try await prepared(rows: 3, relay)
        let planned = try await office.run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let plan: PlanResult = try planned.exited(0).json()
        _ = try await office.approve(plan)
        let keys = try Data(contentsOf: URL(filePath: office.state + "/keys"))
        try FileManager.default.removeItem(atPath: office.state + "/keys")
        let ending = try await office.run("send \(plan.campaign)").exited(73)
        #expect(ending.errors.lowercased().contains("put the key store back"))
        #expect(try await relay.taken().isEmpty)
        let next = try await office.run("plan canaries.csv --date 2097-03-19 --map site=Ort")
            .exited(73)
        #expect(next.errors.contains("keys --lost"))
        try await office.run("status \(plan.campaign)").exited(0)
        try await office.run("rows \(plan.campaign)").exited(0)
        let look = try await office.run("keys").exited(1)
        #expect(look.output.contains("MISSING") && look.output.contains(plan.campaign))
        // Put back, everything goes on.
        try office.write(Array(keys), to: "state/keys")
        try await office.run("send \(plan.campaign)").exited(0)
        #expect(try await relay.taken().count == 3)
        // Said to be lost for good, a next plan can be made, and nobody is recognised.
        try FileManager.default.removeItem(atPath: office.state + "/keys")
        try await office.run("keys --lost").exited(1)
        let last = try await office.run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let fresh: PlanResult = try last.exited(0).json()
        #expect(fresh.messages == 3)
        try await office.run("erase \(plan.campaign)").exited(0)
    }

    @Test func `keys are sealed under the office's key, and under another one`() async throws {
        let relay = try await HoldingRelay()
        let (office, _) = try await prepared(rows: 2, relay)
        let planned = try await office.run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let plan: PlanResult = try planned.exited(0).json()
        let open = try text(of: "state/keys", office)
        let settings = try text(of: "einzelpost.toml", office)
        func name(_ key: String) throws {
            let line = "witness = \"./witness\"\noffice_key_file = \"./\(key)\""
            let text = settings.replacing("witness = \"./witness\"", with: line)
            try office.write(text, to: "einzelpost.toml")
        }
        for (key, digit) in [("one", "a"), ("two", "b")] {
            try office.write(String(repeating: digit, count: 64) + "\n", to: key)
        }
        try name("one")
        let early = try await office.run("status").exited(73)
        #expect(early.errors.contains("keys --rotate"))
        try await office.run("keys --rotate").exited(0)
        let sealed = try text(of: "state/keys", office)
        let first = try #require(open.firstMatch(of: /[0-9a-f]{64}/)).output
        #expect(!sealed.contains(first))
        _ = try await office.approve(plan)
        try name("two")
        let other = try await office.run("status").exited(73)
        #expect(other.errors.contains("--old-office-key"))
        try await office.run("keys --rotate --old-office-key one").exited(0)
        try office.chmod(0o640, "two")
        #expect(try await office.run("status").exited(78).errors.contains("chmod 600"))
        try office.chmod(0o600, "two")
        try await office.run("send \(plan.campaign)").exited(0)
        // From the service manager, which guards it in its own way.
        let credential = settings.replacing(
            "witness = \"./witness\"",
            with: "witness = \"./witness\"\noffice_key_credential = \"two\""
        )
        try office.write(credential, to: "einzelpost.toml")
        try office.chmod(0o440, "two")
        #expect(try await office.run("status").exited(78).errors.contains("LoadCredential=two"))
        let folder = ["CREDENTIALS_DIRECTORY": office.folder.path]
        _ = try await office.run(["status"], environment: folder).exited(0)
        try office.write(settings, to: "einzelpost.toml")
        #expect(try await office.run("status").exited(73).errors.contains("office_key_file"))
    }

    @Test func `a core file is impossible, and would hold no memory`() async throws {
        let relay = try await HoldingRelay("--hold", "rcpt:1")
        let (office, _) = try await prepared(rows: 2, relay)
        let planned = try await office.run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let plan: PlanResult = try planned.exited(0).json()
        _ = try await office.approve(plan)
        let process = try office.start(["send", plan.campaign])
        try await relay.holding()
        let own = "/proc/\(process.id)"
        let filter = try String(contentsOfFile: own + "/coredump_filter", encoding: .utf8)
        #expect(filter.trimmingCharacters(in: .whitespacesAndNewlines) == "00000000")
        let limits = try String(contentsOfFile: own + "/limits", encoding: .utf8)
        #expect(limits.contains(/Max core file size +0 +0/))
        process.signal(SIGABRT)
        let ending = try await process.finish()
        #expect(ending.status != 0 && ending.output.isEmpty)
        // No trace of the fault, which would print memory: only that sending began.
        #expect(ending.errors.split(separator: "\n").count == 1, "\(ending.errors)")
        #expect(try office.folder.names.filter { $0.contains("core") } == [])
    }

    @Test func `a sender hears that it shall stop`() async throws {
        let relay = try await HoldingRelay("--hold", "rcpt:1")
        let (office, _) = try await prepared(rows: 2, relay)
        let planned = try await office.run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let plan: PlanResult = try planned.exited(0).json()
        _ = try await office.approve(plan)
        let process = try office.start(["send", plan.campaign])
        try await relay.holding()
        let other = try await office.run("stop 2097-01-01-1").exited(3)
        #expect(other.errors.contains("another campaign is being sent"))
        let stopping = try office.start(["stop", plan.campaign])
        try await Task.sleep(for: .milliseconds(500))
        try relay.letGo()
        let stopped = try await stopping.finish().exited(0)
        try await process.finish().exited(2)
        #expect(stopped.output.contains("paused"), "\(stopped.output)")
        let idle = try await office.run("stop \(plan.campaign)").exited(0)
        #expect(idle.errors.contains("Nobody was sending"))
    }

    @Test func `an incident stops the sender first`() async throws {
        let relay = try await HoldingRelay("--hold", "rcpt:1")
        let (office, _) = try await prepared(rows: 2, relay)
        let planned = try await office.run(
            "plan canaries.csv --date 2097-03-19 --map site=Ort --format json"
        )
        let plan: PlanResult = try planned.exited(0).json()
        _ = try await office.approve(plan)
        let process = try office.start(["send", plan.campaign])
        try await relay.holding()
        let opening = try office.start([
            "incident", plan.campaign, "--aware-at", "2021-03-15T16:48", "--format", "json",
        ])
        try await Task.sleep(for: .milliseconds(500))
        try relay.letGo()
        let opened = try await opening.finish().exited(0)
        try await process.finish().exited(2)
        #expect(opened.output.contains("\"was_sending\" : true"), "\(opened.output)")
        #expect(opened.errors.contains("has been stopped"))
        let refused = try await office.run("resume \(plan.campaign)").exited(3)
        #expect(refused.errors.contains("is frozen by an incident since 2021-03-15T16:48"))
    }

    /// A number may be another program's by now.
    @Test func `no other program is asked to stop`() async throws {
        let office = try Operator()
        let plan = try await office.plan(SmallSchedule(people: 1))
        let lock = office.state + "/lock"
        let other = try ChildProcess("flock", ["--no-fork", lock, "sleep", "600"])
        let report =
            #"{"campaign":"\#(plan.campaign)","state":"sending","messages":1,"deliveries":{},"#
            + #""process":\#(other.id)}"#
        try office.write(report, to: "state/progress.json")
        try office.write("\(other.id)\n", to: "state/lock")
        try await office.run("stop \(plan.campaign)").exited(75)
        #expect(kill(other.id, 0) == 0)
        other.signal(SIGKILL)
        _ = try await other.finish()
        let idle = try await office.run("stop \(plan.campaign)").exited(0)
        #expect(idle.errors.contains("Nobody was sending"))
    }
}
