import MailCore
import CZip

/// The ZIP archive of a workbook, checked before anything is unpacked.
///
/// Lives only inside `open`: libzip reads straight from the bytes in memory.
final class WorkbookArchive {
    /// Where each part stands, by its name in lower case: names of parts do not differ in case.
    private var places: [String: zip_uint64_t] = [:]
    private let archive: OpaquePointer

    /// Hands an archive out for the length of one call.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - use: Must not keep the archive.
    /// - Returns: What `use` returns.
    /// - Throws: `ScheduleError` if the archive cannot be used, and whatever `use` throws.
    static func open<Result>(
        _ bytes: [UInt8],
        _ use: (WorkbookArchive) throws -> Result
    ) throws -> Result {
        try bytes.withUnsafeBytes { bytes in
            let archive = try WorkbookArchive(bytes)
            return try withExtendedLifetime(archive) { try use(archive) }
        }
    }

    private init(_ bytes: UnsafeRawBufferPointer) throws(ScheduleError) {
        guard bytes.count <= WorkbookLimit.container else { throw WorkbookRefusal.tooLarge.error }
        guard Self.hasFewParts(bytes) else { throw WorkbookRefusal.tooManyParts.error }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let size = zip_uint64_t(bytes.count)
        guard let source = zip_source_buffer_create(bytes.baseAddress, size, 0, &error) else {
            throw WorkbookRefusal.tooLarge.error
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw WorkbookRefusal.notAnArchive.error
        }
        self.archive = archive
        try check(size: bytes.count)
    }

    deinit { zip_discard(archive) }

    func hasPart(_ name: String) -> Bool { places[name.lowercased()] != nil }

    /// Begins to read a part.
    ///
    /// - Parameters:
    ///   - name: Its name, in any case.
    ///   - limit: How many bytes it may have.
    /// - Returns: The part at its first byte.
    /// - Throws: `ScheduleError` if it is missing, too large, or cannot be unpacked.
    func part(
        _ name: String,
        limit: Int = WorkbookLimit.unpacked
    ) throws(ScheduleError) -> WorkbookPart {
        guard let index = places[name.lowercased()] else {
            throw WorkbookRefusal.missingPart.error
        }
        let size = try entry(index).size
        guard size <= zip_uint64_t(limit) else { throw WorkbookRefusal.bomb.error }
        guard let file = zip_fopen_index(archive, index, 0) else {
            throw WorkbookRefusal.damagedArchive.error
        }
        return WorkbookPart(file, of: self, size: Int(size))
    }

    private func check(size: Int) throws(ScheduleError) {
        var (packed, unpacked) = (0, 0)
        for index in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
            let entry = try entry(index)
            try checkRatio(entry)
            packed += Int(entry.comp_size)
            unpacked += Int(entry.size)
            guard unpacked <= WorkbookLimit.unpacked else { throw WorkbookRefusal.bomb.error }
            // Parts that share bytes are together larger than what they lie in.
            guard packed <= size else { throw WorkbookRefusal.overlappingParts.error }
            try add(entry.name, at: index)
        }
    }

    private func checkRatio(_ entry: zip_stat_t) throws(ScheduleError) {
        guard entry.size <= zip_uint64_t(WorkbookLimit.unpacked),
            entry.comp_size <= zip_uint64_t(WorkbookLimit.unpacked),
            entry.size <= zip_uint64_t(WorkbookLimit.freeOfRatio)
                || entry.size / zip_uint64_t(WorkbookLimit.ratio) <= entry.comp_size
        else { throw WorkbookRefusal.bomb.error }
    }

    private func entry(_ index: zip_uint64_t) throws(ScheduleError) -> zip_stat_t {
        var entry = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &entry) == 0,
            entry.valid & Self.wanted == Self.wanted
        else { throw WorkbookRefusal.damagedArchive.error }
        guard entry.encryption_method == ZIP_EM_NONE else {
            throw WorkbookRefusal.encrypted.error
        }
        guard Int32(entry.comp_method) == ZIP_CM_STORE || Int32(entry.comp_method) == ZIP_CM_DEFLATE
        else { throw WorkbookRefusal.unknownCompression.error }
        return entry
    }

    private func add(_ name: UnsafePointer<CChar>, at index: zip_uint64_t) throws(ScheduleError) {
        // Some programs on Windows write backslashes.
        let name = String(cString: name).lowercased()
            .split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.first?.isEmpty == false, !name.contains(":"),
            !steps.contains(where: { $0 == ".." || $0 == "." })
        else { throw WorkbookRefusal.partOutside.error }
        guard places.updateValue(index, forKey: name) == nil else {
            throw WorkbookRefusal.doubledPart.error
        }
    }

    /// libzip makes room for each part before anyone can count them, but it can find no more than
    /// there are signatures of the central directory.
    private static func hasFewParts(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var count = 0
        var at = 0
        while at + 4 <= bytes.count {
            // The third byte says how far the signature PK\1\2 can be away.
            switch bytes[at + 3] {
            case 2 where bytes[at] == 0x50 && bytes[at + 1] == 0x4B && bytes[at + 2] == 1:
                count += 1
                at += 4
            case 2, 0x50, 0x4B, 1: at += 1
            default: at += 4
            }
        }
        return count <= WorkbookLimit.parts
    }

    private static let wanted = zip_uint64_t(
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD
            | ZIP_STAT_ENCRYPTION_METHOD
    )
}

/// The libzip that runs.
package enum WorkbookLibrary {
    package static var version: String { String(cString: zip_libzip_version()) }
}
