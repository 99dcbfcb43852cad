/// Where the bytes of a schedule come from.
///
/// The importer reads a text file several times, so that it never holds the whole of it. Each call of `open` must therefore begin at the first byte again.
package struct ScheduleSource: Sendable {
    /// One reading: the next chunk, of any size, or nil after the last.
    package typealias Chunks = () throws -> [UInt8]?

    /// Begins a new reading at the first byte.
    package let open: @Sendable () throws -> Chunks

    package init(open: @escaping @Sendable () throws -> Chunks) {
        self.open = open
    }

    /// A schedule that is already in memory, handed out in chunks of `chunkSize` bytes.
    package init(bytes: [UInt8], chunkSize: Int = 1 << 16) {
        precondition(chunkSize > 0, "a chunk has at least one byte")
        self.init {
            var rest = bytes[...]
            return {
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(chunkSize) }
                return Array(rest.prefix(chunkSize))
            }
        }
    }
}

extension ScheduleSource {
    /// The first bytes, at most `count`.
    func head(_ count: Int) throws -> [UInt8] {
        var head: [UInt8] = []
        let next = try open()
        while head.count < count, let chunk = try next() { head += chunk }
        return Array(head.prefix(count))
    }
}
