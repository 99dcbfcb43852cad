import CSQLite
import Synchronization

/// The disk under the files of one journal: counts what SQLite does to it, fails or dies where a course says
/// so, and knows what was written and not flushed.
final class SimulatedDisk: @unchecked Sendable {
    // Used by the one thread of its course alone.

    /// What lay where something was written since the last flush of that file.
    struct Overwritten {
        let offset: Int
        let count: Int
        /// As far as the file reached.
        let octets: [UInt8]
    }

    /// What can befall an operation.
    enum Blow {
        case error(lasts: Bool)
        /// Told what has not been flushed; nothing that comes later counts.
        case death(() -> Void)
    }

    /// Operations since it was last asked, by their number.
    var blows: [Int: Blow] = [:]
    private(set) var operations = 0
    private(set) var unflushed: [String: [Overwritten]] = [:]
    /// A flush says that it is done, and is not: for a planted fault.
    var isLying = false
    /// Nothing can be written any more.
    private(set) var isBroken = false
    var beforeFirstWrite: (() -> Void)?

    func begin(_ blows: [Int: Blow]) {
        self.blows = blows
        operations = 0
        unflushed = [:]
        isBroken = false
        beforeFirstWrite = nil
    }

    /// The process is dead, so that its last wishes must not reach the disk.
    func breakDown() { isBroken = true }

    /// - Returns: What SQLite is told.
    func willWrite(_ path: String, _ overwritten: @autoclosure () -> Overwritten) -> Int32 {
        beforeFirstWrite?()
        beforeFirstWrite = nil
        let code = next(orElse: SQLITE_IOERR | 3 << 8)
        if code == SQLITE_OK { unflushed[path, default: []].append(overwritten()) }
        return code
    }

    func willFlush(_ path: String) -> Int32 {
        let code = next(orElse: SQLITE_IOERR | 4 << 8)
        if code == SQLITE_OK, !isLying { unflushed[path] = nil }
        return code
    }

    private func next(orElse failure: Int32) -> Int32 {
        guard !isBroken else { return failure }
        operations += 1
        switch blows[operations] {
        case nil: return SQLITE_OK
        case .error(let lasts):
            isBroken = lasts
            return failure
        case .death(let die):
            die()
            isBroken = true
            return failure
        }
    }
}

/// The disks of all courses of this process, by the folder that each is under.
enum SimulatedDisks {
    private static let disks = Mutex<[String: SimulatedDisk]>([:])

    /// - Parameters:
    ///   - disk: Told of what happens to the files.
    ///   - folder: Its path, without a slash at its end.
    static func put(_ disk: SimulatedDisk, under folder: String) {
        DiskShim.install()
        disks.withLock { $0[folder] = disk }
    }

    static func take(from folder: String) { disks.withLock { $0[folder] = nil } }

    static func disk(under path: String) -> SimulatedDisk? {
        disks.withLock { disks in disks.first { path.hasPrefix($0.key + "/") }?.value }
    }
}
