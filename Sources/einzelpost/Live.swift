import ArgumentParser
import CBuild
import CDispatch
import CLinux
@preconcurrency import Dispatch
import Foundation
import Glibc
import MailCampaign
import MailCore
import MailTransport
import Synchronization

/// The world as it is: clock, randomness, the process and its signals.
///
/// Must stay the only file that names them; everything else is handed what it needs.
enum Live {
    static let surroundings = Surroundings(
        now: { now() },
        elapsed: { elapsed },
        sleep: { await sleep($0) },
        randomness: Randomness(
            {
                var generator = SystemRandomNumberGenerator()
                return generator.next()
            },
            block: entropy
        ),
        signalStop: { isThisProgram($0) && kill($0, SIGTERM) == 0 },
        account: account,
        environment: ProcessInfo.processInfo.environment,
        hostName: { hostName },
        programFolder: executableDirectory,
        version: Einzelpost.configuration.version,
        makeTransport: { RelayConnection(to: $0) },
        probe: {
            let (session, answer) = try await RelayExamination(of: $0, for: $1).run()
            return Surroundings.Probe(session: session, answer: answer)
        },
        runCommand: { await CommandRunner(elapsed: { elapsed }).run($0) },
        visit: { await PageReader(trusting: $2).visit($0, at: $1) }
    )

    /// The host's own name as its resolver completes it (getaddrinfo(3), AI_CANONNAME).
    private static var hostName: String? {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
        var hints = addrinfo()
        hints.ai_flags = AI_CANONNAME
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let own = String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        guard getaddrinfo(own, nil, &hints, &found) == 0, let found else { return own }
        defer { freeaddrinfo(found) }
        return found.pointee.ai_canonname.map { String(cString: $0) } ?? own
    }

    /// Whether a process runs this program (proc(5), comm): its number may be another's by now.
    private static func isThisProgram(_ process: Int32) -> Bool {
        let own = try? String(contentsOfFile: "/proc/self/comm", encoding: .utf8)
        return own != nil
            && own == (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8))
    }

    /// Straight from the kernel, 256 octets a call (getentropy(3)).
    private static func entropy(_ count: Int) -> [UInt8] {
        var octets = [UInt8](repeating: 0, count: count)
        octets.withUnsafeMutableBytes { buffer in
            for start in stride(from: 0, to: count, by: 256) {
                let part = UnsafeMutableRawBufferPointer(
                    rebasing: buffer[start..<min(start + 256, count)]
                )
                precondition(getentropy(part.baseAddress, part.count) == 0, "no randomness")
            }
        }
        return octets
    }

    /// Whether standard error leads to the system's journal: it is the very stream that systemd names
    /// (systemd.exec(5), `$JOURNAL_STREAM`).
    static let errorsGoToJournal: Bool = {
        var info = stat()
        guard let stream = ProcessInfo.processInfo.environment["JOURNAL_STREAM"],
            fstat(2, &info) == 0
        else { return false }
        return stream == "\(info.st_dev):\(info.st_ino)"
    }()

    /// Whether somebody sees to it that the machine stays awake: a service manager, or systemd-inhibit(1).
    static var isKeptAwake: Bool {
        let parent = try? String(contentsOfFile: "/proc/\(getppid())/comm", encoding: .utf8)
        return ProcessInfo.processInfo.environment["INVOCATION_ID"] != nil
            || parent?.hasPrefix("systemd-inhibit".prefix(15)) == true
    }

    /// What runs.
    static var version: ProgramVersion {
        ProgramVersion(
            version: Einzelpost.configuration.version,
            commit: einzelpost_commit().map { String(cString: $0) },
            swift: einzelpost_swift().map { String(cString: $0) },
            curl: TransportLibrary.curl,
            tls: TransportLibrary.tls
        )
    }

    static func now() -> Date { Date() }

    /// What shows long texts (`$PAGER`); nil where somebody wants none.
    static var pager: String? {
        let named = ProcessInfo.processInfo.environment["PAGER"] ?? "less"
        return ["", "cat"].contains(named) ? nil : named
    }

    /// For less(1): leave where one screen is enough, show colours as they are; no file is written and no other
    /// program started from it, since the text may be about people.
    static var pagerEnvironment: [String: String] {
        let given = ProcessInfo.processInfo.environment
        return given.merging(["LESS": given["LESS"] ?? "FRX"]) { $1 }
            .merging(["LESSSECURE": "1", "LESSHISTFILE": "-"]) { $1 }
    }

    /// What a terminal's interrupt does meanwhile is another program's affair.
    static func withoutInterrupts<Result>(_ work: () -> Result) -> Result {
        let before = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, before) }
        return work()
    }

    /// What kind of terminal this is, as it says itself (term(7)); nil if nobody says it.
    static var terminal: String? { ProcessInfo.processInfo.environment["TERM"] }

    /// Since the machine started, its sleep included (clock_gettime(2), CLOCK_BOOTTIME).
    private static var elapsed: Duration {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    static func sleep(_ duration: Duration) async {
        try? await Task.sleep(for: duration)
    }

    /// Where this program's file lies.
    static var executableDirectory: String {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return URL(filePath: path ?? "/").deletingLastPathComponent().path()
    }

    /// Who runs the program, as the kernel knows it.
    static var account: Account {
        Account(login: loginUser, real: getuid()) { user in
            getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "user"
        }
    }

    /// The login uid (proc(5), audit); nil where the kernel keeps none.
    private static var loginUser: UInt32? {
        let text = try? String(contentsOfFile: "/proc/self/loginuid", encoding: .ascii)
        return text.flatMap { UInt32($0.filter(\.isNumber)) }
    }

    /// Must run first: nothing this program writes may be read by others, a broken pipe or a full
    /// quota must arrive as an error and not kill the program, and no core file may keep personal
    /// data.
    static func prepareProcess() {
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // The runtime's own handlers would print registers and memory, which may hold people, and wait for
        // threads that block their signal: a fault must end the program at once.
        for fault in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
            signal(fault, SIG_DFL)
        }
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // A handler that the kernel pipes core files into is asked whatever the limit is: it gets no memory
        // (core(5), “Controlling which mappings are written to the core dump”).
        try? Data("0".utf8).write(to: URL(filePath: "/proc/self/coredump_filter"))
    }

    /// What the program needs of a limit of the process, and has not got; nil if all is well.
    ///
    /// A thread or descriptor that cannot be had inside a library ends the program or makes it wait for
    /// ever, so it is asked for before.
    static var missingLimit: Sentence? {
        if let files = raisedLimit(RLIMIT_NOFILE), files < fewestFiles {
            return Sentence(
                en:
                    "only \(files) files may be open at a time, and the program needs \(fewestFiles); raise "
                    + "the limit: ulimit -n 1024, for a service LimitNOFILE=",
                de:
                    "Es dürfen nur \(Int(files), "Datei", "Dateien") gleichzeitig offen sein, und das Programm braucht \(fewestFiles). "
                    + "Heben Sie die Grenze an: ulimit -n 1024, für einen Dienst LimitNOFILE="
            )
        }
        if !canStartThreads() {
            return Sentence(
                en:
                    "no more threads can be started: the limit on processes of this account (ulimit -u, for "
                    + "a service TasksMax= or LimitNPROC=) is used up; raise it, or end other programs",
                de:
                    "Die Grenze für Prozesse dieses Kontos (ulimit -u, für einen Dienst TasksMax= oder LimitNPROC=) ist "
                    + "erreicht. Heben Sie sie an, oder beenden Sie andere Programme"
            )
        }
        return nil
    }

    private static let fewestFiles = 64
    private static let fewestThreads = 16

    /// The limit, raised as far as it may be; nil for none.
    private static func raisedLimit(_ kind: __rlimit_resource) -> UInt? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(kind.rawValue), &limit) == 0 else { return nil }
        limit.rlim_cur = min(max(limit.rlim_cur, 1_024), limit.rlim_max)
        setrlimit(__rlimit_resource_t(kind.rawValue), &limit)
        getrlimit(__rlimit_resource_t(kind.rawValue), &limit)
        return limit.rlim_cur
    }

    /// Starts them all at a time, and ends them.
    private static func canStartThreads() -> Bool {
        var threads: [pthread_t] = []
        for _ in 0..<fewestThreads {
            var thread = pthread_t()
            guard
                pthread_create(
                    &thread,
                    nil,
                    { _ in
                        pause()
                        return nil
                    },
                    nil
                ) == 0
            else { break }
            threads.append(thread)
        }
        for thread in threads {
            pthread_cancel(thread)
            pthread_join(thread, nil)
        }
        return threads.count == fewestThreads
    }

    /// Calls back on every SIGINT, SIGTERM and SIGHUP, with its number and the seconds that have passed.
    static func onEachStopSignal(
        _ call: @escaping @Sendable (Int32, Int) async -> Void
    ) -> StopSignals {
        StopSignals(each: call)
    }

    /// Accounts whose browsers are ours: the one the program runs as, and the one somebody logged in with.
    static var ownUsers: Set<UInt32> {
        Set([getuid(), loginUser].compactMap(\.self).filter { $0 != .max })
    }

    /// An account of this machine, with its own group; nil if there is none of that name.
    static func account(named name: String) -> (user: UInt32, group: UInt32)? {
        getpwnam(name).map { ($0.pointee.pw_uid, $0.pointee.pw_gid) }
    }

    /// Calls on a thread of its own for every line that somebody types, until there are no more.
    static func onEachLine(_ call: @escaping @Sendable () -> Void) {
        Thread { while readLine() != nil { call() } }.start()
    }

    /// Calls back on the first SIGINT, SIGTERM or SIGHUP; what another one means, `StopPresses` says.
    static func onStopSignal(_ call: @escaping @Sendable () async -> Void) -> StopSignals {
        StopSignals(call)
    }
}

/// Listens for SIGINT, SIGTERM and SIGHUP as long as it lives.
final class StopSignals: Sendable {
    /// Set once; Dispatch itself keeps them safe to cancel from any thread.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    init(_ call: @escaping @Sendable () async -> Void) {
        let began = ContinuousClock.now
        let presses = Mutex(StopPresses())
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let second = Int((ContinuousClock.now - began).components.seconds)
                let isHangUp = number == SIGHUP
                switch presses.withLock({ $0.press(at: second, isHangUp: isHangUp) }) {
                case .stop: Task { await call() }
                case .nothing: break
                case .end: Self.end(by: number)
                }
            }
            source.resume()
            return source
        }
    }

    /// Calls back on each of them, with the seconds that have passed.
    init(each call: @escaping @Sendable (_ number: Int32, _ second: Int) async -> Void) {
        let began = ContinuousClock.now
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let second = Int((ContinuousClock.now - began).components.seconds)
                Task { await call(number, second) }
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }

    /// Ends the program as the signal usually does.
    ///
    /// Dispatch blocks the signal it listens for on every thread, so giving it back its default
    /// action alone would leave it pending for ever.
    static func end(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        // Not reached: the signal has ended the process.
        _exit(128 + number)
    }
}
