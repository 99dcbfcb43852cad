import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

struct FlightRecordTests {
    private let folder: TemporaryFolder
    private let memoryFolder: MemoryFolder
    private let memory: BootMemory
    private let journal: Journal

    init() throws {
        folder = try TemporaryFolder()
        memoryFolder = try MemoryFolder()
        memory = BootMemory(candidates: [memoryFolder.path + "/own"])
        journal = try Journal(in: StateDirectory(at: folder.path + "/state"))
    }

    private func left(_ bootID: String = FlightRecord.currentBootID) throws -> [FlightRecord.Entry]?
    {
        try FlightRecord.left(of: journal, bootID: bootID)
    }

    /// The one record there is.
    private var file: String {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: memoryFolder.path + "/own"
            )
            #expect(names.count == 1)
            return "\(memoryFolder.path)/own/\(try #require(names.first))"
        }
    }

    @Test func `it keeps phase, code and message of every slot apart`() throws {
        let record = try FlightRecord(of: journal, in: memory)
        let phases: [SubmissionPhase] = [
            .began, .bodyFinished, .replied(code: 250, enhancedCode: "2.0.0"),
            .replied(code: 599, enhancedCode: nil), .replied(code: 200, enhancedCode: nil),
            .replied(code: 452, enhancedCode: "4.5.3"),
            .replied(code: 554, enhancedCode: "5.999.999"),
            .replied(code: 354, enhancedCode: nil),
        ]
        let largest = Int64(1) << 34 - 1
        for slot in 0..<FlightRecord.slots {
            record.note(.began, of: 7, slot: slot)
            record.note(phases[slot % 8], of: largest - Int64(slot), slot: slot)
        }
        let left = try #require(try left())
        #expect(left.map(\.message) == (0..<64).map { largest - $0 })
        #expect(left.map(\.phase) == (0..<64).map { phases[$0 % 8] })
        for slot in 0..<FlightRecord.slots where slot % 2 == 0 { record.clear(slot: slot) }
        let odd = left.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(try self.left() == odd)
    }

    @Test func `it outlives the record that wrote it, without any flush`() throws {
        do {
            let record = try FlightRecord(of: journal, in: memory)
            record.note(.bodyFinished, of: 42, slot: 63)
        }
        let left = try left()
        #expect(left?.map(\.message) == [42] && left?.map(\.phase) == [.bodyFinished])
    }

    @Test func `a fresh one takes away what was there before`() throws {
        try FlightRecord(of: journal, in: memory).note(.began, of: 1, slot: 0)
        let first = try file
        let fresh = try FlightRecord(of: journal, in: memory)
        #expect(try left() == [])
        #expect(try file != first)
        withExtendedLifetime(fresh) {}
    }

    @Test func `a forgotten one says nothing and leaves nothing`() throws {
        let record = try FlightRecord(of: journal, in: memory)
        let path = try file
        try FlightRecord.forget(of: journal)
        #expect(try left() == nil)
        #expect(!FileManager.default.fileExists(atPath: path))
        withExtendedLifetime(record) {}
    }

    @Test(arguments: ["", "another boot", "boot", "this boot 2"])
    func `a record of another boot says nothing`(bootID: String) throws {
        let record = try FlightRecord(of: journal, in: memory, bootID: "this boot")
        record.note(.began, of: 1, slot: 0)
        #expect(try left(bootID) == nil)
        #expect(try left("this b") == nil)
        #expect(try left("this boot")?.count == 1)
    }

    @Test func `without a boot id nothing is believed`() throws {
        let record = try FlightRecord(of: journal, in: memory, bootID: "")
        record.note(.began, of: 1, slot: 0)
        #expect(try left("") == nil)
    }

    @Test func `no file, a short file and a foreign file say nothing`() throws {
        #expect(try left() == nil)
        let record = try FlightRecord(of: journal, in: memory)
        let path = try file
        for contents in [Data(), Data(repeating: 0x41, count: 640), Data(count: 639)] {
            try contents.write(to: URL(filePath: path))
            chmod(path, 0o600)
            #expect(try left() == nil)
        }
        unlink(path)
        #expect(try left() == nil)
        withExtendedLifetime(record) {}
    }

    /// What a journal that was put back would find.
    @Test func `the record of another run says nothing`() throws {
        let record = try FlightRecord(of: journal, in: memory)
        record.note(.bodyFinished, of: 1, slot: 0)
        let (path, contents) = (try file, try Data(contentsOf: URL(filePath: try file)))
        let next = try FlightRecord(of: journal, in: memory)
        unlink(path)
        let other = try file
        try contents.write(to: URL(filePath: other))
        chmod(other, 0o600)
        #expect(try left() == nil)
        withExtendedLifetime(next) {}
    }

    @Test func `one that others can read, or that is a link, says nothing`() throws {
        let record = try FlightRecord(of: journal, in: memory)
        let path = try file
        #expect(try left() == [])
        chmod(path, 0o640)
        #expect(try left() == nil)
        chmod(path, 0o600)
        rename(path, path + "-away")
        symlink(path + "-away", path)
        #expect(try left() == nil)
        withExtendedLifetime(record) {}
    }

    @Test func `it is for its owner alone`() throws {
        let record = try FlightRecord(of: journal, in: memory)
        var info = stat()
        #expect(lstat(try file, &info) == 0 && info.st_mode & 0o777 == 0o600)
        #expect(lstat(memoryFolder.path + "/own", &info) == 0 && info.st_mode & 0o777 == 0o700)
        withExtendedLifetime(record) {}
    }

    /// A folder that others can enter may hold what they have planted.
    @Test func `only a folder of our own on memory is used, and else none`() throws {
        let open = memoryFolder.path + "/open"
        mkdir(open, 0o700)
        chmod(open, 0o755)
        symlink(memoryFolder.path + "/own", memoryFolder.path + "/link")
        for unfit in [open, memoryFolder.path + "/link", "own", folder.path + "/disk"] {
            // The system's own place for temporary files may be memory, too.
            if unfit.hasPrefix(folder.path), BootMemory.isMemory(folder.path) { continue }
            let record = try FlightRecord(of: journal, in: BootMemory(candidates: [unfit]))
            record.note(.bodyFinished, of: 1, slot: 0)
            #expect(try left() == nil, "\(unfit)")
        }
        let both = BootMemory(candidates: [open, memoryFolder.path + "/own"])
        let record = try FlightRecord(of: journal, in: both)
        #expect(try left() == [])
        withExtendedLifetime(record) {}
    }
}
