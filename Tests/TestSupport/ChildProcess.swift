package import Foundation
import Glibc
import Synchronization

/// A program as a child process, as a shell would start it: every signal at its default, a process
/// group of its own, and never for ever.
///
/// Foundation's `Process` hands on whatever signals the calling thread blocks, and those of Swift's
/// pool block all of them: a child could then not be interrupted.
package final class ChildProcess: Sendable {
    /// How it ended.
    package struct Ending: Hashable, Sendable {
        /// Its exit code; 128 and the signal's number if a signal ended it, as shells have it.
        package let status: Int32
        package let output: String
        package let errors: String
    }

    /// It did not end by itself; the watchdog killed it.
    package struct Overdue: Error, CustomStringConvertible {
        package let description: String
    }

    /// Only against programs that hang: a loaded machine needs minutes for what takes seconds.
    private static let limit = 600.0

    package let id: pid_t
    /// Standard output and standard error, while they are written.
    package let output: LineFeed
    package let errors: LineFeed
    private let input: FileHandle
    private let name: String
    private let end = Mutex(End())

    private struct End {
        var status: Int32?
        var isOverdue = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts a program; a name without a slash is looked up in PATH.
    ///
    /// - Parameters:
    ///   - program: Its path or name.
    ///   - arguments: Without the program's own name.
    ///   - environment: Set beside the variables of this process; nil takes one away.
    ///   - folder: Its working directory.
    /// - Throws: When it cannot be started.
    package init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String?] = [:],
        in folder: String = "/"
    ) throws {
        name = "\((program as NSString).lastPathComponent) \(arguments.joined(separator: " "))"
        var variables = Self.usual
        variables.merge(environment) { $1 }
        // env changes the folder, which posix_spawn cannot everywhere, and becomes the program.
        let spawned = try Spawner.start(
            ["env", "--chdir", folder, program] + arguments,
            environment: variables.compactMap { name, value in value.map { "\(name)=\($0)" } }
        )
        id = spawned.id
        input = spawned.input
        output = LineFeed(reading: spawned.output)
        errors = LineFeed(reading: spawned.errors)
        let thread = Thread { self.collect() }
        thread.start()
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.limit) { self.killOverdue() }
    }

    /// The variables of this process, but for its language: what programs say is read in English.
    private static let usual: [String: String?] = {
        var variables = ProcessInfo.processInfo.environment.mapValues { Optional($0) }
        if let all = variables.removeValue(forKey: "LC_ALL") { variables["LC_CTYPE"] = all }
        variables["LC_MESSAGES"] = "C"
        return variables
    }()

    /// To it alone, as `kill` does.
    package func signal(_ number: Int32) {
        end.withLock { if $0.status == nil { kill(id, number) } }
    }

    package func write(line: String) throws {
        try input.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Its standard input ends.
    package func closeInput() { try? input.close() }

    /// Waits for its end.
    ///
    /// - Throws: `Overdue`.
    package func finish() async throws -> Ending {
        await withCheckedContinuation { continuation in
            let isOver = end.withLock { end in
                if end.status == nil { end.waiting.append(continuation) }
                return end.status != nil
            }
            if isOver { continuation.resume() }
        }
        let (status, isOverdue) = end.withLock { ($0.status ?? 0, $0.isOverdue) }
        let ending = Ending(
            status: status,
            output: await output.whole(),
            errors: await errors.whole()
        )
        guard !isOverdue else {
            throw Overdue(description: "“\(name)” did not end; it said: \(ending.errors)")
        }
        return ending
    }

    private func collect() {
        // Waited for without collecting, so that its number cannot become another's meanwhile.
        var info = siginfo_t()
        while waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        let waiting = end.withLock { end in
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            let signal = status & 0x7F
            end.status = signal == 0 ? status >> 8 & 0xFF : 128 + signal
            return end.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func killOverdue() {
        end.withLock { end in
            guard end.status == nil else { return }
            end.isOverdue = true
            kill(-id, SIGKILL)
        }
    }
}

/// `posix_spawn` with three pipes.
private enum Spawner {
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    struct Started {
        let id: pid_t
        let input: FileHandle
        let output: FileHandle
        let errors: FileHandle
    }

    /// Between the making of a pipe and its closing on exec nobody else may start a program.
    private static let gate = Mutex(())

    static func start(
        _ words: [String],
        environment: [String]
    ) throws -> Started {
        try gate.withLock { _ in
            let pipes = try (0..<3).map { _ in try pipe() }
            let ours = [pipes[0].write, pipes[1].read, pipes[2].read]
            let theirs = [pipes[0].read, pipes[1].write, pipes[2].write]
            defer { for descriptor in theirs { close(descriptor) } }
            let handles = ours.map { FileHandle(fileDescriptor: $0, closeOnDealloc: true) }
            let id = try spawn(words, environment, descriptors: theirs)
            return Started(id: id, input: handles[0], output: handles[1], errors: handles[2])
        }
    }

    /// No descriptor of this process is as high.
    private static let descriptorLimit: Int32 = {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int32(clamping: limit.rlim_cur)
    }()

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { throw Failure(call: "pipe", code: errno) }
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ words: [String],
        _ environment: [String],
        descriptors: [Int32]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (number, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        // Whatever other tests have open at this moment: a socket or pipe that a child keeps would
        // never seem closed to its other end. Closing what is not open is no error here.
        for descriptor in 3..<min(descriptorLimit, 65_536) {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var id: pid_t = 0
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        let code = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, &variables)
        guard code == 0 else { throw Failure(call: "posix_spawn of \(words[0])", code: code) }
        return id
    }
}
