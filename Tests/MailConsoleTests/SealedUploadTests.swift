import Foundation
import Glibc
import MailConsole
import MailCore
import Synchronization
import TestSupport
import Testing

/// A file that was sent, until it is planned.
struct SealedUploadTests {
    private static let chance = Mutex(SplitMix(seed: 7))
    private static let randomness = Randomness { chance.withLock { $0.next() } }

    private static func sealed(
        _ octets: [UInt8],
        in folder: TemporaryFolder,
        pieces: Int
    ) throws -> SealedUpload {
        let writer = try SealedUpload.Writer(in: folder.path, randomness: randomness)
        for start in stride(from: 0, to: octets.count, by: pieces) {
            try writer.append(Array(octets[start..<min(start + pieces, octets.count)]))
        }
        return try writer.finish(named: "termine.csv")
    }

    @Test(arguments: [1, 100, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 700_000])
    func `it is read as it was sent, under its own name`(count: Int) throws {
        let folder = try TemporaryFolder()
        let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let upload = try Self.sealed(octets, in: folder, pieces: 65_521)
        #expect(upload.count == count)
        for _ in 0..<2 {
            let read = try upload.reading(in: folder.path) { path in
                #expect(path.hasSuffix("/termine.csv"))
                return FileManager.default.contents(atPath: path)
            }
            #expect(read.map(Array.init) == octets)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `the disk holds nothing in clear, and no name`() throws {
        let folder = try TemporaryFolder()
        let cell = "Schilfgräber, Björn"
        let octets = Array(String(repeating: cell + "\n", count: 20_000).utf8)
        let upload = try Self.sealed(octets, in: folder, pieces: octets.count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        var found = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            let path = "/proc/self/fd/\(name)"
            let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
            guard target.hasPrefix(folder.path) else { continue }
            found += 1
            let data = FileManager.default.contents(atPath: path) ?? Data()
            #expect(data.count >= octets.count)
            #expect(data.range(of: Data(cell.utf8)) == nil)
        }
        #expect(found == 1)
        withExtendedLifetime(upload) {}
    }

    @Test(arguments: [
        ("termine.csv", "termine.csv"), ("/etc/passwd", "passwd"),
        ("..\\..\\liste.xlsx", "liste.xlsx"),
        ("..", "datei"), ("", "datei"), ("a/", "a"), ("a\u{1B}[2Jb.csv", "a␛[2Jb.csv"),
    ])
    func `a name leads nowhere else`(typed: String, safe: String) {
        #expect(UploadName.safe(typed) == safe)
    }
}
