import CLinux
import Crypto
import Foundation
import Glibc
package import MailCore

/// A file that somebody has sent, until it is planned: encrypted in a file without a name, under a key that
/// is in memory alone.
///
/// What is read of it lies in memory as long as it is read, and nothing of it ever lies on the disk in clear.
package final class SealedUpload: Sendable {
    /// What is sealed at a time.
    private static let blockSize = 1 << 18
    /// What sealing adds: the nonce and the tag.
    private static let growth = 12 + 16

    /// Without its folder, and such that it can name a file.
    package let name: String
    package let count: Int
    private let key: SymmetricKey
    private let descriptor: Int32

    private init(name: String, count: Int, key: SymmetricKey, descriptor: Int32) {
        self.name = name
        self.count = count
        self.key = key
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Takes a file as it comes in.
    package final class Writer {
        private let key: SymmetricKey
        private let descriptor: Int32
        private var held: [UInt8] = []
        private var count = 0
        private var isTaken = false

        /// - Parameters:
        ///   - folder: On whose disk it lies; nobody sees it there.
        ///   - randomness: Nobody can foretell it.
        /// - Throws: `UploadFlaw.noRoom` if the folder cannot be written.
        package init(in folder: String, randomness: Randomness) throws(UploadFlaw) {
            key = SymmetricKey(data: randomness.octets(32))
            descriptor = Self.nameless(in: folder)
            guard descriptor >= 0 else { throw .noRoom }
        }

        deinit { if !isTaken { close(descriptor) } }

        /// Its name is gone before anything stands in it.
        private static func nameless(in folder: String) -> Int32 {
            var path = Array("\(folder)/\(String(repeating: "X", count: 6))".utf8CString)
            let descriptor = mkstemp(&path)
            if descriptor >= 0 {
                unlink(path)
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            }
            return descriptor
        }

        package func append(_ octets: [UInt8]) throws(UploadFlaw) {
            held.append(contentsOf: octets)
            count += octets.count
            while held.count >= SealedUpload.blockSize {
                try seal(Array(held.prefix(SealedUpload.blockSize)))
                held.removeFirst(SealedUpload.blockSize)
            }
        }

        package func finish(named name: String) throws(UploadFlaw) -> SealedUpload {
            if !held.isEmpty { try seal(held) }
            held = []
            isTaken = true
            return SealedUpload(
                name: UploadName.safe(name),
                count: count,
                key: key,
                descriptor: descriptor
            )
        }

        private func seal(_ octets: [UInt8]) throws(UploadFlaw) {
            guard let sealed = try? AES.GCM.seal(octets, using: key).combined else {
                throw .noRoom
            }
            guard SealedUpload.write(Array(sealed), to: descriptor) else { throw .noRoom }
        }
    }

    /// Hands out the file as a path, as long as it is read.
    ///
    /// - Parameters:
    ///   - folder: A private one, where a link with the file's name stands meanwhile.
    ///   - use: Must not keep the path.
    /// - Returns: What it returns.
    /// - Throws: `UploadFlaw.noRoom`, and what `use` throws.
    package func reading<Result>(in folder: String, _ use: (String) throws -> Result) throws
        -> Result
    {
        let memory = file_in_memory()
        guard memory >= 0 else { throw UploadFlaw.noRoom }
        defer { close(memory) }
        try open(into: memory)
        let place = "\(folder)/\(name)"
        unlink(place)
        guard symlink("/proc/self/fd/\(memory)", place) == 0 else { throw UploadFlaw.noRoom }
        defer { unlink(place) }
        return try use(place)
    }

    private func open(into memory: Int32) throws(UploadFlaw) {
        var offset = 0
        while true {
            var block = [UInt8](repeating: 0, count: Self.blockSize + Self.growth)
            let read = pread(descriptor, &block, block.count, offset)
            guard read > 0 else { return }
            offset += read
            guard let box = try? AES.GCM.SealedBox(combined: block.prefix(read)),
                let clear = try? AES.GCM.open(box, using: key),
                Self.write(Array(clear), to: memory)
            else { throw .noRoom }
        }
    }

    private static func write(_ octets: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < octets.count {
            let count = octets[sent...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}

/// Why a file could not be taken.
package enum UploadFlaw: Error, Equatable {
    case nothing, tooLarge, tooSlow, noRoom, notAForm

    package var words: Sentence {
        switch self {
        case .nothing:
            Sentence(
                en: "Please choose the file that the booking system has exported.",
                de: "Bitte wählen Sie die Datei aus, die das Buchungssystem exportiert hat."
            )
        case .tooLarge:
            Sentence(
                en:
                    "The file is larger than 64 MB. An export of appointments is smaller: is it the right file?",
                de:
                    "Die Datei ist größer als 64 MB. So groß ist keine Terminliste: Ist es die richtige Datei?"
            )
        case .tooSlow:
            Sentence(
                en: "The file did not arrive within a minute. Please send it again.",
                de:
                    "Die Datei ist nicht innerhalb einer Minute angekommen. Bitte senden Sie sie noch einmal."
            )
        case .noRoom:
            Sentence(
                en: "There is no room for the file on this machine. Please call your IT.",
                de:
                    "Auf diesem Rechner ist kein Platz für die Datei. Bitte rufen Sie die Systembetreuung an."
            )
        case .notAForm:
            Sentence(
                en: "The file did not arrive whole. Please send it again.",
                de: "Die Datei ist nicht vollständig angekommen. Bitte senden Sie sie noch einmal."
            )
        }
    }
}

/// What a browser says a file is called.
package enum UploadName {
    /// The last part of it, short, and without anything that a path or a terminal would obey.
    package static func safe(_ typed: String) -> String {
        let last = typed.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let shown = Printable(last).text.trimmed
        let short = shown.count > 100 ? String(shown.suffix(100)) : shown
        let bytes = short.utf8.count > 200 ? String(short.suffix(40)) : short
        return bytes.isEmpty || bytes.allSatisfy { $0 == "." } ? "datei" : bytes
    }
}
