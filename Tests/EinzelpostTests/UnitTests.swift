import Foundation
import TestSupport
import Testing

/// The units for systemd, as they ship.
struct UnitTests {
    private static let folder = "\(Checkout.root)/Packaging/systemd"
    static let services = [
        "einzelpost@.service", "einzelpost-check.service", "einzelpost-erase.service",
        "einzelpost-serve.service",
    ]
    static let server = "einzelpost-serve.service"
    static let timers = ["einzelpost-check.timer", "einzelpost-erase.timer"]

    /// Directives with their values, each as often as it stands there.
    private static func directives(of unit: String) throws -> [String: [String]] {
        let text = try String(contentsOfFile: "\(folder)/\(unit)", encoding: .utf8)
        var found: [String: [String]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") && line.contains("=") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            found[String(parts[0]), default: []].append(String(parts[1]))
        }
        return found
    }

    @Test func `these are all units`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(Set(names) == Set(Self.services + Self.timers))
    }

    /// Decision 0027 says what each of them would break.
    @Test(arguments: services)
    func `what would break the program is not asked for`(unit: String) throws {
        let directives = try Self.directives(of: unit)
        for name in ["ProcSubset", "PrivateUsers", "DynamicUser", "RemoveIPC"] {
            #expect(directives[name] == nil, "\(name)")
        }
        if unit == Self.server {
            // Otherwise the flight record would go with the socket.
            #expect(directives["UnsetEnvironment"] == ["RUNTIME_DIRECTORY"])
            #expect(directives["StateDirectory"] == nil)
            #expect(
                directives["ReadWritePaths"] == ["/var/lib/einzelpost /var/lib/einzelpost-witness"]
            )
        } else {
            #expect(directives["RuntimeDirectory"] == nil)
            #expect(directives["StateDirectory"] == ["einzelpost einzelpost-witness"])
            #expect(directives["StateDirectoryMode"] == ["0700"])
        }
        #expect(directives["User"] == ["einzelpost"])
        #expect(directives["LoadCredential"] == nil)
    }

    @Test func `a campaign is given time to end, is not enabled, and no refusal is repeated`()
        throws
    {
        let unit = try Self.directives(of: "einzelpost@.service")
        #expect(unit["TimeoutStopSec"] == ["11min"] && unit["KillSignal"] == ["SIGTERM"])
        #expect(unit["WantedBy"] == nil)
        #expect(
            unit["RestartPreventExitStatus"] == ["1 2 3 64 65 69 71 73 75 78"]
        )
        for service in Self.services where service != Self.server {
            #expect(try Self.directives(of: service)["WantedBy"] == nil)
        }
    }

    @Test func `the socket's folder is the proxy's group's, and what is in flight ends`() throws {
        let unit = try Self.directives(of: Self.server)
        let socket = try #require(unit["ExecStart"]?.first?.split(separator: " ").last)
        let folder = try #require(unit["RuntimeDirectory"]?.first)
        #expect(socket.hasPrefix("/run/\(folder)/"))
        #expect(unit["RuntimeDirectoryMode"] == ["0710"])
        #expect(unit["Group"] == ["www-data"] && unit["SupplementaryGroups"] == ["einzelpost"])
        #expect(unit["TimeoutStopSec"] == ["11min"] && unit["KillSignal"] == ["SIGINT"])
    }

    /// Every command of a unit is one that the program understands.
    @Test(arguments: services)
    func `the program understands what the unit calls`(unit: String) throws {
        let line = try #require(Self.directives(of: unit)["ExecStart"]?.first)
        #expect(line.hasPrefix("/usr/bin/einzelpost "))
        let words = line.replacing("%i", with: "2097-01-01-1").dropFirst(
            "/usr/bin/einzelpost ".count
        )
        // With --help behind it nothing is done, and what is before must make sense.
        let help = try #require(CommandLineText.of(words.replacing(" -- ", with: " ") + " --help"))
        #expect(help.status == 0)
        #expect(help.text.contains("USAGE: einzelpost \(words.prefix { $0 != " " })"))
    }

    @Test(.enabled(if: Installed.has("systemd-analyze"), "systemd-analyze is not installed"))
    func `systemd-analyze has nothing against them`() async throws {
        let folder = try TemporaryFolder()
        var names: [String] = []
        for unit in Self.services + Self.timers {
            let text = try String(contentsOfFile: "\(Self.folder)/\(unit)", encoding: .utf8)
            let name = unit.replacing("@.", with: "@2097-01-01-1.")
            names.append(name)
            // The program is not installed where the test runs.
            try Data(text.replacing("/usr/bin/einzelpost", with: Checkout.program).utf8)
                .write(to: URL(filePath: "\(folder.path)/\(name)"))
        }
        let verified = try await ChildProcess(
            "systemd-analyze",
            ["verify", "--man=no"] + names.map { "./\($0)" },
            in: folder.path
        ).finish()
        #expect(verified.status == 0 && verified.errors == "", "\(verified.errors)")
        for name in names where name.hasSuffix(".service") {
            // In tenths: nothing above 1.5 of 10.
            let judged = try await ChildProcess(
                "systemd-analyze",
                ["security", "--offline=true", "--threshold=15", "./\(name)"],
                in: folder.path
            ).finish()
            #expect(judged.status == 0, "\(name): \(judged.output.suffix(200))")
        }
    }
}
