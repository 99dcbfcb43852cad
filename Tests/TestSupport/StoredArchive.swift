/// A ZIP archive without compression, written by hand, so that a test can write a wrong one.
package struct StoredArchive {
    package struct Part {
        package var name: String
        package var bytes: [UInt8]
        /// What the archive says of the part, where it lies.
        package var declaredSize: Int?
        package var declaredChecksum: UInt32?
        /// Bit 0 says that the part is encrypted.
        package var flags = 0
        package var method = 0

        package init(_ name: String, _ text: String) {
            self.init(name, bytes: Array(text.utf8))
        }

        package init(_ name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package var parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }

    package var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = file.count
            let header = Self.header(of: part)
            file += Self.word(0x0403_4B50) + Self.half(20) + header
            file += Array(part.name.utf8) + part.bytes
            directory += Self.word(0x0201_4B50) + Self.half(20) + Self.half(20) + header
            directory += Self.half(0) + Self.half(0) + Self.half(0) + Self.word(0)
            directory += Self.word(offset) + Array(part.name.utf8)
        }
        let end =
            Self.word(0x0605_4B50) + Self.word(0) + Self.half(parts.count)
            + Self.half(parts.count) + Self.word(directory.count) + Self.word(file.count)
            + Self.half(0)
        return file + directory + end
    }

    /// What stands the same in front of a part and in the directory.
    private static func header(of part: Part) -> [UInt8] {
        half(part.flags) + half(part.method) + word(0x5221_0000)
            + word(Int(part.declaredChecksum ?? checksum(part.bytes))) + word(part.bytes.count)
            + word(part.declaredSize ?? part.bytes.count) + half(part.name.utf8.count) + half(0)
    }

    private static func half(_ number: Int) -> [UInt8] {
        [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
    }

    private static func word(_ number: Int) -> [UInt8] { half(number) + half(number >> 16) }

    /// CRC-32 as in ISO 3309.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}
