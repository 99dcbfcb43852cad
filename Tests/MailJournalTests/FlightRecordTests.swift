import Foundation
import Glibc
import MailCore
import MailJournal
import Testing
import TestSupport

struct FlightRecordTests {
    private let folder: TemporaryFolder
    private let directory: StateDirectory

    init() throws {
        folder = try TemporaryFolder()
        directory = try StateDirectory(at: folder.path + "/state")
    }

    @Test func `it keeps phase, code and message of every slot apart`() throws {
        let record = try FlightRecord(in: directory)
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
        let left = try #require(FlightRecord.left(in: directory))
        #expect(left.map(\.message) == (0..<64).map { largest - $0 })
        #expect(left.map(\.phase) == (0..<64).map { phases[$0 % 8] })
        for slot in 0..<FlightRecord.slots where slot % 2 == 0 { record.clear(slot: slot) }
        let odd = left.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(FlightRecord.left(in: directory) == odd)
    }

    @Test func `it outlives the record that wrote it, without any flush`() throws {
        do {
            let record = try FlightRecord(in: directory)
            record.note(.bodyFinished, of: 42, slot: 63)
        }
        let left = FlightRecord.left(in: directory)
        #expect(left?.map(\.message) == [42] && left?.map(\.phase) == [.bodyFinished])
    }

    @Test func `a fresh one forgets what was there before`() throws {
        try FlightRecord(in: directory).note(.began, of: 1, slot: 0)
        let fresh = try FlightRecord(in: directory)
        #expect(FlightRecord.left(in: directory) == [])
        withExtendedLifetime(fresh) {}
    }

    @Test(arguments: ["", "another boot", "boot", "this boot 2"])
    func `a record of another boot says nothing`(bootID: String) throws {
        let record = try FlightRecord(in: directory, bootID: "this boot")
        record.note(.began, of: 1, slot: 0)
        #expect(FlightRecord.left(in: directory, bootID: bootID) == nil)
        #expect(FlightRecord.left(in: directory, bootID: "this b") == nil)
        #expect(FlightRecord.left(in: directory, bootID: "this boot")?.count == 1)
    }

    @Test func `without a boot id nothing is believed`() throws {
        let record = try FlightRecord(in: directory, bootID: "")
        record.note(.began, of: 1, slot: 0)
        #expect(FlightRecord.left(in: directory, bootID: "") == nil)
    }

    @Test func `no file, a short file and a foreign file say nothing`() throws {
        #expect(FlightRecord.left(in: directory) == nil)
        for contents in [Data(), Data(repeating: 0x41, count: 576), Data(count: 575)] {
            try contents.write(to: URL(filePath: directory.flightPath))
            #expect(FlightRecord.left(in: directory) == nil)
        }
    }

    @Test func `it is for its owner alone, and no link is followed`() throws {
        symlink(folder.path + "/elsewhere", directory.flightPath)
        #expect(throws: JournalError.self) { _ = try FlightRecord(in: directory) }
        unlink(directory.flightPath)
        _ = try FlightRecord(in: directory)
        var info = stat()
        #expect(lstat(directory.flightPath, &info) == 0 && info.st_mode & 0o777 == 0o600)
    }
}
