import CLinux
import Foundation
import Glibc
import MailCampaign
import MailCore

/// Runs a program that the configuration names, on a thread of its own.
///
/// Not Foundation's `Process`, which would hand on the signals that this thread blocks: the program gets
/// a process group, signals and three descriptors of its own, and neither our lock nor our sockets.
struct CommandRunner: Sendable {
    /// A clock that nobody sets.
    let elapsed: @Sendable () -> Duration

    func run(_ command: OutsideCommand) async -> OutsideCommand.Ending {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: finish(command)) }.start()
        }
    }

    private func finish(_ command: OutsideCommand) -> OutsideCommand.Ending {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .failed(.notStarted(code: errno)) }
        defer { close(ends[0]) }
        var process: pid_t = 0
        let code = Self.spawn(command, printingTo: ends[1], &process)
        close(ends[1])
        guard code == 0 else { return .failed(.notStarted(code: code)) }
        let end = elapsed() + .seconds(command.seconds)
        let octets: [UInt8]
        switch read(ends[0], atMost: command.mostOctets, until: end) {
        case .success(let read): octets = read
        case .failure(let unended):
            Self.kill(process)
            return .failed(unended.failure(of: command))
        }
        guard let status = wait(for: process, until: end) else {
            Self.kill(process)
            return .failed(.tooLong(seconds: command.seconds))
        }
        guard status & 0x7F == 0 else { return .failed(.signal(status & 0x7F)) }
        let exit = status >> 8 & 0xFF
        return exit == 0 ? .printed(octets) : .failed(.status(exit))
    }

    private enum Unended: Error {
        case tooLong, tooMuch

        func failure(of command: OutsideCommand) -> OutsideCommand.Failure {
            switch self {
            case .tooLong: .tooLong(seconds: command.seconds)
            case .tooMuch: .tooMuch(octets: command.mostOctets)
            }
        }
    }

    /// All that is printed, until nobody can print any more.
    private func read(
        _ descriptor: Int32,
        atMost most: Int,
        until end: Duration
    ) -> Result<[UInt8], Unended> {
        var octets: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 4_096)
        while true {
            let left = end - elapsed()
            guard left > .zero else { return .failure(.tooLong) }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, left.pollMilliseconds) > 0 else { continue }
            let count = Glibc.read(descriptor, &block, block.count)
            if count == 0 { return .success(octets) }
            guard count > 0 else { continue }
            octets += block[..<count]
            guard octets.count <= most else { return .failure(.tooMuch) }
        }
    }

    /// Nil if it has not ended by then.
    private func wait(for process: pid_t, until end: Duration) -> Int32? {
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            guard elapsed() < end else { return nil }
            usleep(5_000)
        }
        return status
    }

    private static func kill(_ process: pid_t) {
        // With whatever it has started itself.
        _ = Glibc.kill(-process, SIGKILL)
        var status: Int32 = 0
        _ = waitpid(process, &status, 0)
    }

    private static func spawn(
        _ command: OutsideCommand,
        printingTo output: Int32,
        _ process: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        // What it complains of may quote a secret, and our standard error is a log.
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        _ = spawn_without_descriptors(&actions, 3)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var words = command.words.map { strdup($0) } + [nil]
        var variables = command.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        return posix_spawn(&process, command.words[0], &actions, &attributes, &words, &variables)
    }
}

extension Duration {
    /// For poll(2): rounded up, and never so long that a jump could hide the end.
    fileprivate var pollMilliseconds: Int32 {
        Int32(clamping: min(components.seconds, 1) * 1_000 + 1)
    }
}
