/// What happened, line by line, without anything that chance outside of the seed could change.
package struct Trace: Sendable {
    /// FNV-1a over all lines.
    package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    package private(set) var lines: [String] = []
    private let isKept: Bool

    init(isKept: Bool) { self.isKept = isKept }

    mutating func note(_ line: @autoclosure () -> String) {
        let line = line()
        for octet in line.utf8 { hash = (hash ^ UInt64(octet)) &* 0x100_0000_01b3 }
        if isKept { lines.append(line) }
    }
}
