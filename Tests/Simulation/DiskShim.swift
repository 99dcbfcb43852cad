import CSQLite
import Foundation

/// A layer between SQLite and the system's files (sqlite.org/vfs.html): passes everything on, and tells a
/// `SimulatedDisk` of every write and flush before it happens.
///
/// Files that lie under no simulated disk are opened as if it were not there.
enum DiskShim {
    /// In front of the system's own file object, whose pointer SQLite must find at offset 0.
    private struct Head {
        var methods: UnsafePointer<sqlite3_io_methods>?
        var file: Unmanaged<SimulatedFile>
    }

    private static let head = MemoryLayout<Head>.stride

    // Written once, before any journal is opened (`install` is a lazy global).
    private nonisolated(unsafe) static var system: UnsafeMutablePointer<sqlite3_vfs>?
    private nonisolated(unsafe) static let shim = UnsafeMutablePointer<sqlite3_vfs>.allocate(
        capacity: 1
    )
    private nonisolated(unsafe) static let methods =
        UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    private nonisolated(unsafe) static let name = strdup("simulated")
    private static let installed: Bool = {
        guard let found = sqlite3_vfs_find(nil) else { return false }
        system = found
        methods.initialize(to: makeMethods())
        shim.initialize(to: found.pointee)
        shim.pointee.zName = name.map { UnsafePointer($0) }
        shim.pointee.pNext = nil
        shim.pointee.szOsFile += Int32(head)
        shim.pointee.xOpen = { _, path, file, flags, outFlags in
            DiskShim.open(path, file, flags, outFlags)
        }
        return sqlite3_vfs_register(shim, 1) == SQLITE_OK
    }()

    static func install() { precondition(installed, "SQLite takes no other layer") }

    private static func open(
        _ path: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>?,
        _ flags: Int32,
        _ outFlags: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let file, let openSystem = system?.pointee.xOpen else { return SQLITE_CANTOPEN }
        let text = path.map { String(cString: $0) } ?? ""
        guard let disk = SimulatedDisks.disk(under: text) else {
            return openSystem(system, path, file, flags, outFlags)
        }
        let raw = UnsafeMutableRawPointer(file)
        let own = (raw + head).assumingMemoryBound(to: sqlite3_file.self)
        own.pointee.pMethods = nil
        let code = openSystem(system, path, own, flags, outFlags)
        guard code == SQLITE_OK else {
            file.pointee.pMethods = nil
            return code
        }
        let state = SimulatedFile(path: text, disk: disk)
        raw.assumingMemoryBound(to: Head.self).initialize(
            to: Head(methods: UnsafePointer(methods), file: .passRetained(state))
        )
        return code
    }

    private static func own(
        _ file: UnsafeMutablePointer<sqlite3_file>?
    ) -> UnsafeMutablePointer<sqlite3_file>? {
        guard let file else { return nil }
        return (UnsafeMutableRawPointer(file) + head).assumingMemoryBound(to: sqlite3_file.self)
    }

    private static func state(_ file: UnsafeMutablePointer<sqlite3_file>?) -> SimulatedFile? {
        guard let file else { return nil }
        return UnsafeMutableRawPointer(file).assumingMemoryBound(to: Head.self).pointee.file
            .takeUnretainedValue()
    }

    private static func makeMethods() -> sqlite3_io_methods {
        var methods = sqlite3_io_methods()
        // Version 1 has no shared memory, which a journal under an exclusive lock does not use.
        methods.iVersion = 1
        methods.xClose = { file in
            let code = DiskShim.own(file).flatMap { $0.pointee.pMethods.pointee.xClose?($0) }
            if let file {
                UnsafeMutableRawPointer(file).assumingMemoryBound(to: Head.self).pointee.file
                    .release()
            }
            return code ?? SQLITE_OK
        }
        methods.xRead = { file, buffer, count, offset in
            DiskShim.own(file).flatMap {
                $0.pointee.pMethods.pointee.xRead?($0, buffer, count, offset)
            } ?? SQLITE_IOERR
        }
        methods.xWrite = { file, buffer, count, offset in
            guard let own = DiskShim.own(file), let state = DiskShim.state(file) else {
                return SQLITE_IOERR
            }
            let code = state.disk.willWrite(
                state.path,
                DiskShim.overwritten(own, Int(count), Int(offset))
            )
            guard code == SQLITE_OK else { return code }
            return own.pointee.pMethods.pointee.xWrite?(own, buffer, count, offset) ?? SQLITE_IOERR
        }
        methods.xSync = { file, _ in
            // Nothing is flushed: a power cut is played, not suffered.
            DiskShim.state(file).map { $0.disk.willFlush($0.path) } ?? SQLITE_IOERR
        }
        methods.xTruncate = { file, size in
            DiskShim.own(file).flatMap { $0.pointee.pMethods.pointee.xTruncate?($0, size) }
                ?? SQLITE_IOERR
        }
        methods.xFileSize = { file, size in
            DiskShim.own(file).flatMap { $0.pointee.pMethods.pointee.xFileSize?($0, size) }
                ?? SQLITE_IOERR
        }
        methods.xLock = { file, level in
            DiskShim.own(file).flatMap { $0.pointee.pMethods.pointee.xLock?($0, level) }
                ?? SQLITE_IOERR
        }
        methods.xUnlock = { file, level in
            DiskShim.own(file).flatMap { $0.pointee.pMethods.pointee.xUnlock?($0, level) }
                ?? SQLITE_IOERR
        }
        methods.xCheckReservedLock = { file, result in
            DiskShim.own(file).flatMap {
                $0.pointee.pMethods.pointee.xCheckReservedLock?($0, result)
            } ?? SQLITE_IOERR
        }
        methods.xFileControl = { file, operation, argument in
            DiskShim.own(file).flatMap {
                $0.pointee.pMethods.pointee.xFileControl?($0, operation, argument)
            } ?? SQLITE_NOTFOUND
        }
        methods.xSectorSize = { file in
            DiskShim.own(file).flatMap { $0.pointee.pMethods.pointee.xSectorSize?($0) } ?? 4_096
        }
        methods.xDeviceCharacteristics = { file in
            DiskShim.own(file).flatMap {
                $0.pointee.pMethods.pointee.xDeviceCharacteristics?($0)
            } ?? 0
        }
        return methods
    }

    private static func overwritten(
        _ own: UnsafeMutablePointer<sqlite3_file>,
        _ count: Int,
        _ offset: Int
    ) -> SimulatedDisk.Overwritten {
        var length: sqlite3_int64 = 0
        _ = own.pointee.pMethods.pointee.xFileSize?(own, &length)
        var octets: [UInt8] = Array(repeating: 0, count: max(0, min(count, Int(length) - offset)))
        if !octets.isEmpty {
            let wanted = Int32(octets.count)
            _ = octets.withUnsafeMutableBytes {
                own.pointee.pMethods.pointee.xRead?(
                    own,
                    $0.baseAddress,
                    wanted,
                    sqlite3_int64(offset)
                )
            }
        }
        return SimulatedDisk.Overwritten(offset: offset, count: count, octets: octets)
    }
}

/// Which file of which disk.
final class SimulatedFile {
    let path: String
    let disk: SimulatedDisk

    init(path: String, disk: SimulatedDisk) {
        self.path = path
        self.disk = disk
    }
}
