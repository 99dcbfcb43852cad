import TestSupport

/// Runs a program on a terminal of its own, with Python's `pty`.
enum Pseudoterminal {
    /// Runs it to its end.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments.
    ///   - answer: What is typed, with a line end.
    ///   - prompt: What must be shown before; nil to type nothing.
    ///   - folder: The working directory.
    /// - Returns: Its exit code, and all that the terminal showed.
    /// - Throws: `ChildProcess.Overdue`.
    static func run(
        _ command: [String],
        typing answer: String = "",
        after prompt: String? = nil,
        in folder: String
    ) async throws -> ChildProcess.Ending {
        let script = #"""
            import os, pty, sys
            prompt, answer, command = sys.argv[1].encode(), sys.argv[2].encode(), sys.argv[3:]
            shown, typed = b"", False
            pid, terminal = pty.fork()
            if pid == 0:
                os.execv(command[0], command)
            while True:
                try:
                    more = os.read(terminal, 65536)
                except OSError:
                    break
                if not more:
                    break
                shown += more
                if prompt and not typed and prompt in shown:
                    os.write(terminal, answer + b"\n")
                    typed = True
            sys.stdout.buffer.write(shown)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            """#
        let process = try ChildProcess(
            "python3",
            ["-c", script, prompt ?? "", answer] + command,
            environment: ["HOME": folder, "TERM": "xterm"],
            in: folder
        )
        process.closeInput()
        return try await process.finish()
    }
}
