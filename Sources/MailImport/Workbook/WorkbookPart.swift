import CZip

/// One part of a workbook, unpacked piece by piece.
final class WorkbookPart {
    private let file: OpaquePointer
    /// Must not be closed before its parts.
    private let archive: WorkbookArchive
    /// What the part may still hold: its declared size, which must be true.
    private var rest: Int
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(_ file: OpaquePointer, of archive: WorkbookArchive, size: Int) {
        self.file = file
        self.archive = archive
        rest = size
    }

    deinit { zip_fclose(file) }

    /// The next bytes; none at the end, where the checksum has been compared.
    func next() throws(ScheduleError) -> ArraySlice<UInt8> {
        let capacity = zip_uint64_t(buffer.count)
        let count = buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, capacity) }
        guard count >= 0 else { throw WorkbookRefusal.damagedArchive.error }
        guard count <= rest else { throw WorkbookRefusal.bomb.error }
        guard count > 0 || rest == 0 else { throw WorkbookRefusal.damagedArchive.error }
        rest -= Int(count)
        return buffer[..<Int(count)]
    }
}
