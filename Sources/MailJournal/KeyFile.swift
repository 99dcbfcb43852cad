import Foundation
import Glibc
import MailCore

/// The file of a key store: canonical JSON, for its owner's eyes only.
enum KeyFile {
    private struct Content: Codable {
        var form = 1
        /// Tells which key of the office opens the others; nil if they lie open.
        var sealedUnder: String?
        let keys: [String: String]

        private enum CodingKeys: String, CodingKey {
            case form = "einzelpost_keys"
            case sealedUnder = "sealed_under"
            case keys
        }
    }

    static func octets(_ keys: [String: [UInt8]], under office: OfficeKey?) throws -> Data {
        let content = Content(
            sealedUnder: office?.fingerprint,
            keys: try Dictionary(
                uniqueKeysWithValues: keys.map { name, key in
                    (name, Hexadecimal.text(of: try office?.seal(key, name) ?? key))
                }
            )
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return try encoder.encode(content)
    }

    /// - Throws: `JournalError`, with what to do next.
    static func keys(
        _ data: Data,
        under office: OfficeKey?,
        _ path: String
    ) throws -> [String: [UInt8]] {
        guard let content = try? JSONDecoder().decode(Content.self, from: data), content.form == 1
        else {
            throw JournalError(
                "\(path) is no key store; put back a copy of it, or, where there is none, move it away: "
                    + "status and rows still work without it, people's data does not"
            )
        }
        try check(content.sealedUnder, office, path)
        let length = 32 + (office == nil ? 0 : OfficeKey.overhead)
        return try Dictionary(
            uniqueKeysWithValues: content.keys.map { name, text in
                guard let stored = Hexadecimal.octets(text, count: length),
                    let key = office.map({ $0.open(stored, name) }) ?? stored
                else { throw JournalError("\(path): a key is damaged; put back a copy of it") }
                return (name, key)
            }
        )
    }

    private static func check(
        _ sealedUnder: String?,
        _ office: OfficeKey?,
        _ path: String
    ) throws {
        guard sealedUnder != office?.fingerprint else { return }
        switch (sealedUnder, office) {
        case (nil, _):
            throw JournalError(
                "\(path) is not sealed yet, and the configuration names a key of the office; seal it "
                    + "with: einzelpost keys --rotate"
            )
        case (_, nil):
            throw JournalError(
                "\(path) is sealed under a key of the office; name it in the configuration ([state] "
                    + "office_key_file or office_key_credential), or, to seal it under another one: "
                    + "einzelpost keys --rotate --old-office-key FILE"
            )
        default:
            throw JournalError(
                "\(path) is sealed under another key of the office than the configuration names; put "
                    + "that key back, or name it with: einzelpost keys --rotate --old-office-key FILE"
            )
        }
    }

    /// Complete or not at all; what it held before is overwritten.
    ///
    /// On disks that write elsewhere than where they are told (flash, copy on write), old blocks stay until
    /// they are used again: docs/erasure.md says what to do about that.
    static func replace(_ path: String, with data: Data) throws {
        let draft = path + ".new"
        unlink(draft)
        let before = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        defer { if before >= 0 { close(before) } }
        guard write(data, to: draft), rename(draft, path) == 0 else {
            unlink(draft)
            throw JournalError(
                "\(path) cannot be written; the disk may be full. Nothing was changed"
            )
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        guard flush(folder) else {
            throw JournalError(
                "\(path) was changed, but the disk does not confirm it; repair the disk, then do the same "
                    + "again"
            )
        }
        if before >= 0 { overwrite(before) }
    }

    private static func write(_ data: Data, to path: String) -> Bool {
        let mode = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(path, mode, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let octets = Array(data)
        return Glibc.write(descriptor, octets, octets.count) == octets.count
            && fsync(descriptor) == 0
    }

    private static func flush(_ folder: String) -> Bool {
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private static func overwrite(_ descriptor: Int32) {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return }
        let zeros = [UInt8](repeating: 0, count: Int(info.st_size))
        pwrite(descriptor, zeros, zeros.count, 0)
        fsync(descriptor)
    }
}
