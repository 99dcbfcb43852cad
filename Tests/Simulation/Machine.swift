import Foundation
import MailJournal
import TestSupport

/// The folders of one authority on a machine: the state directory, the memory of the boot, and the witness.
final class Machine {
    /// What lies in all of them at an instant.
    struct Image {
        fileprivate(set) var files: [String: Data] = [:]
    }

    private let folder: MemoryFolder
    let disk = SimulatedDisk()
    private var boots = 1

    var state: String { folder.path + "/state" }
    var memory: String { folder.path + "/memory" }
    var witness: String { folder.path + "/witness" }
    /// Another one after each power cut or restart of the machine.
    var boot: String { "00000000-0000-0000-0000-\(100_000_000_000 + boots)" }

    init() throws {
        folder = try MemoryFolder()
        SimulatedDisks.put(disk, under: folder.path)
    }

    deinit { SimulatedDisks.take(from: folder.path) }

    /// What a process that is killed now leaves.
    func image() -> Image {
        var image = Image()
        for place in ["state", "memory", "witness"] {
            for name in Self.names(in: "\(folder.path)/\(place)") {
                let path = "\(place)/\(name)"
                image.files[path] = Self.contents(of: "\(folder.path)/\(path)")
            }
        }
        return image
    }

    /// The state directory alone, as somebody copies it.
    func copy() -> Image {
        var image = image()
        image.files = image.files.filter { $0.key.hasPrefix("state/journal.") }
        return image
    }

    /// Puts everything as it was; nothing else is left.
    func restore(_ image: Image) throws {
        for place in ["state", "memory", "witness"] {
            let path = "\(folder.path)/\(place)"
            mkdir(path, 0o700)
            for name in Self.names(in: path) where image.files["\(place)/\(name)"] == nil {
                unlink("\(path)/\(name)")
            }
        }
        for (path, data) in image.files { try write(data, to: path) }
    }

    /// Puts a copy of the journal in the place of the present one.
    func putBack(_ copy: Image) throws {
        for name in Self.names(in: state) where name.hasPrefix("journal.") {
            unlink("\(state)/\(name)")
        }
        for (path, data) in copy.files { try write(data, to: path) }
    }

    /// As if the witness lay in the state directory.
    func loseWitness() {
        for name in Self.names(in: witness) { unlink("\(witness)/\(name)") }
    }

    /// The memory is gone, and the boot is another.
    func reboot() {
        boots += 1
        for name in Self.names(in: memory) { unlink("\(memory)/\(name)") }
    }

    /// What a power cut leaves of an image: of what was written and not flushed as much as the disk happened
    /// to write back, in any order.
    ///
    /// - Parameters:
    ///   - image: As a kill would have left it.
    ///   - witnessed: The witness as it was last flushed.
    ///   - chance: Decides.
    /// - Returns: What the next boot finds.
    func afterPowerCut(_ image: Image, witnessed: Image, _ chance: inout SplitMix) -> Image {
        var left = image
        for (path, parts) in disk.unflushed.sorted(by: { $0.key < $1.key }) {
            let name = String(path.dropFirst(folder.path.count + 1))
            guard var octets = left.files[name] else { continue }
            for part in parts.reversed() where chance.roll(50) { Self.undo(part, in: &octets) }
            left.files[name] = octets
        }
        for (path, data) in image.files where path.hasPrefix("witness/") {
            left.files[path] = Self.mixed(data, witnessed.files[path] ?? data, &chance)
        }
        return left
    }

    /// What reached beyond the end of the file that was is nothing but zeros.
    private static func undo(_ part: SimulatedDisk.Overwritten, in octets: inout Data) {
        for place in 0..<part.count where part.offset + place < octets.count {
            octets[part.offset + place] = place < part.octets.count ? part.octets[place] : 0
        }
    }

    /// The head is one sector and written whole; each message's octet by itself.
    private static func mixed(_ now: Data, _ flushed: Data, _ chance: inout SplitMix) -> Data {
        var mixed = now
        let head = min(512, flushed.count, now.count)
        if chance.roll(50) { mixed.replaceSubrange(0..<head, with: flushed.prefix(head)) }
        guard now.count > 512 else { return mixed }
        for place in 512..<now.count where chance.roll(50) {
            mixed[place] = place < flushed.count ? flushed[place] : 0
        }
        return mixed
    }

    private func write(_ data: Data, to path: String) throws {
        // The same file is written, not another one in its place: a restart finds what it has left.
        let descriptor = open("\(folder.path)/\(path)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw MachineError() }
        defer { close(descriptor) }
        let count = data.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count == data.count else { throw MachineError() }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func contents(of path: String) -> Data? {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return nil }
        var data = Data(count: Int(info.st_size))
        let count = data.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return count == data.count ? data : nil
    }
}

/// The real machine under the simulated one does not work.
struct MachineError: Error {}
