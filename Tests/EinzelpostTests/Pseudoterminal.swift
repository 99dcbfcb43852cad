import Foundation
import TestSupport

/// Runs a program on a terminal of its own, with Python's `pty`.
enum Pseudoterminal {
    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments.
    ///   - answers: What is typed, each with a line end.
    ///   - prompts: One of these must be shown anew before each.
    ///   - columns: How wide the terminal is.
    ///   - environment: Variables besides.
    ///   - folder: The working directory.
    /// - Returns: Its exit code, and all that the terminal showed.
    /// - Throws: `ChildProcess.Overdue`.
    static func run(
        _ command: [String],
        typing answers: [String] = [],
        after prompts: [String] = [],
        columns: Int = 80,
        environment: [String: String?] = [:],
        in folder: String
    ) async throws -> ChildProcess.Ending {
        let script = #"""
            import fcntl, json, os, pty, struct, sys, termios
            prompts, answers, command = json.loads(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[4:]
            shown, typed, place = b"", 0, 0
            pid, terminal = pty.fork()
            if pid == 0:
                size = struct.pack("HHHH", 24, int(sys.argv[3]), 0, 0)
                fcntl.ioctl(2, termios.TIOCSWINSZ, size)
                os.execv(command[0], command)
            while True:
                try:
                    more = os.read(terminal, 65536)
                except OSError:
                    break
                if not more:
                    break
                shown += more
                while typed < len(answers):
                    ends = [shown.find(p.encode(), place) + len(p.encode()) for p in prompts
                            if p.encode() in shown[place:]]
                    if not ends:
                        break
                    place = min(ends)
                    os.write(terminal, answers[typed].encode() + b"\n")
                    typed += 1
            sys.stdout.buffer.write(shown)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            """#
        func json(_ texts: [String]) throws -> String {
            String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
        }
        let process = try ChildProcess(
            "python3",
            ["-c", script, try json(prompts), try json(answers), "\(columns)"] + command,
            environment: environment.merging(["HOME": folder, "TERM": "xterm"]) { $1 },
            in: folder
        )
        process.closeInput()
        return try await process.finish()
    }
}
