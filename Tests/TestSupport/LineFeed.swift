import Foundation
import Glibc
import Synchronization

/// What a child process writes, line by line, while it writes it.
package final class LineFeed: Sendable {
    /// The writer ended before it wrote the line that was waited for.
    package struct Ended: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Waiter {
        let isMet: @Sendable ([String]) -> Bool
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var bytes = Data()
        /// Complete lines, without their ends.
        var lines: [String] = []
        var lineStart = 0
        var isAtEnd = false
        var waiters: [Waiter] = []

        mutating func append(_ more: Data) {
            bytes.append(more)
            while let end = bytes[lineStart...].firstIndex(of: 10) {
                lines.append(String(decoding: bytes[lineStart..<end], as: UTF8.self))
                lineStart = end + 1
            }
        }
    }

    private let state = Mutex(State())

    init(reading handle: FileHandle) {
        let thread = Thread {
            // Not FileHandle's reading, which waits until the buffer is full.
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(handle.fileDescriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                self.take(Data(buffer[..<count]))
            }
            self.take(nil)
        }
        thread.start()
    }

    /// Every complete line so far.
    package var lines: [String] { state.withLock(\.lines) }

    /// Waits until the lines so far are what is asked for.
    ///
    /// - Parameter isMet: Must be quick: it is asked after every reading.
    /// - Throws: `Ended` if the writer ends before.
    package func wait(until isMet: @escaping @Sendable ([String]) -> Bool) async throws {
        let found = await withCheckedContinuation { continuation in
            let answer: Bool? = state.withLock { state in
                if isMet(state.lines) { return true }
                if state.isAtEnd { return false }
                state.waiters.append(Waiter(isMet: isMet, continuation: continuation))
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
        guard found else { throw Ended(description: lines.suffix(20).joined(separator: "\n")) }
    }

    /// Waits for the end, and returns all of it.
    func whole() async -> String {
        try? await wait { _ in false }
        return String(decoding: state.withLock(\.bytes), as: UTF8.self)
    }

    private func take(_ bytes: Data?) {
        let settled = state.withLock { state in
            if let bytes { state.append(bytes) } else { state.isAtEnd = true }
            let (lines, isAtEnd) = (state.lines, state.isAtEnd)
            let answers = state.waiters.map { (waiter: $0, isMet: $0.isMet(lines)) }
            state.waiters = answers.filter { !$0.isMet && !isAtEnd }.map(\.waiter)
            return answers.filter { $0.isMet || isAtEnd }
        }
        for answer in settled { answer.waiter.continuation.resume(returning: answer.isMet) }
    }
}
