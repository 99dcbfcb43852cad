import Foundation
import TestSupport
import Testing

/// A Postfix with Debian's settings on loopback that accepts everything and delivers nothing.
struct PrivatePostfix: Sendable {
    static var isRoot: Bool { getuid() == 0 }
    static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/sbin/postfix")
    }

    /// What its log says it queued.
    struct Count: Decodable {
        let queue_ids: Int
        let max_nrcpt: Int
        let nrcpt_one: Int
        let message_ids: Int
    }

    let port: Int
    private let folder: String

    /// Its log, while it runs and afterwards.
    var log: String { folder + "/mail.log" }

    /// What lies in its queue and waits for another attempt, each as postcat(1) shows it.
    func deferred() async throws -> [String] {
        let names = try await Program.run("find", [folder + "/queue/deferred", "-type", "f"])
        var texts: [String] = []
        for name in names.split(separator: "\n") {
            texts.append(
                try await Program.run("/usr/sbin/postcat", ["-c", folder + "/conf", String(name)])
            )
        }
        return texts
    }

    /// Starts one, and stops it when the body has ended, however it ended.
    ///
    /// - Parameters:
    ///   - settings: More lines for its main.cf.
    ///   - body: What is done meanwhile.
    /// - Returns: What was queued, and the log.
    /// - Throws: When it cannot be started, or what the body throws.
    @discardableResult
    static func run(
        _ settings: String = "",
        _ body: @Sendable (PrivatePostfix) async throws -> Void
    ) async throws -> (count: Count, log: String) {
        let place = try TemporaryFolder()
        // Postfix runs as a user of its own and must be able to reach its folder.
        try await Program.run("chmod", ["711", place.path])
        let (folder, port) = (place.path + "/postfix", try Loopback.freePort())
        let postfix = PrivatePostfix(port: port, folder: folder)
        let script = Checkout.oracle("private_postfix.sh")
        try await Program.run(
            "env",
            ["POSTFIX_SETTINGS=\(settings)", "sh", script, "start", folder, "\(port)"]
        )
        let outcome: (any Error)?
        do {
            try await body(postfix)
            outcome = nil
        } catch {
            outcome = error
        }
        try await Program.run("sh", [script, "stop", folder])
        if let outcome { throw outcome }
        return try await postfix.read()
    }

    private func read() async throws -> (count: Count, log: String) {
        let text = try await Program.run("python3", [Checkout.oracle("count_queue_ids.py"), log])
        return (
            try JSONDecoder().decode(Count.self, from: Data(text.utf8)),
            try String(contentsOfFile: log, encoding: .utf8)
        )
    }
}

extension Trait where Self == ConditionTrait {
    static var needsRoot: Self {
        .enabled(if: PrivatePostfix.isRoot, "Postfix must be started by root")
    }
    static var needsPostfix: Self {
        .enabled(
            if: PrivatePostfix.isInstalled,
            "needs Postfix: apt-get install postfix, or make test"
        )
    }
}
