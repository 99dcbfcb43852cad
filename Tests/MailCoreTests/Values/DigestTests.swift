import MailCore
import Testing

struct DigestTests {
    static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `the digest is SHA-256`() {
        // FIPS 180-4, the example of one block.
        #expect(Digest(of: Array("abc".utf8)).hex == Self.abc)
        #expect("\(Digest(of: Array("abc".utf8)))" == Self.abc)
    }

    @Test(arguments: [
        (abc, true), (abc.uppercased(), true), (String(abc.dropLast()), false), (abc + "0", false),
        (abc.replacing("b", with: "g"), false), ("", false), (" " + abc.dropFirst(), false),
        (String(repeating: "é", count: 32), false),
    ])
    func `64 hexadecimal digits are a digest`(text: String, isDigest: Bool) {
        #expect(Digest(hex: text)?.hex == (isDigest ? Self.abc : nil))
    }

    @Test func `two lists of fields never hash the same bytes`() {
        func hash(_ version: String, _ fields: [String]) -> Digest {
            var hasher = FieldHasher(version: version)
            for field in fields { hasher.add(field) }
            return hasher.finalize()
        }
        let lists = [
            ("v", ["ab", "c"]), ("v", ["a", "bc"]), ("v", ["abc"]), ("v", ["abc", ""]), ("v", []),
            ("v", [""]), ("v", ["", "abc"]), ("w", ["abc"]), ("va", ["bc"]), ("v", ["ab", "C"]),
        ]
        #expect(Set(lists.map(hash)).count == lists.count)
        #expect(hash("v", ["ab", "c"]) == hash("v", ["ab", "c"]))
    }
}
