import MailCore
import Testing
import TestSupport

struct SaltTests {
    private let salt = SampleProof.salt(ofMessage: 1)
    private let other = SampleProof.salt(ofMessage: 2)

    /// Computed with Python's hmac over docs/proof.md's fields, under the salt of 32 zeros.
    @Test func `the hash is HMAC-SHA256 over the fields, under the salt`() throws {
        let zeros = try #require(Salt(octets: [UInt8](repeating: 0, count: 32)))
        #expect(
            zeros.hash(ofDigest: String(repeating: "0", count: 64))
                == "807ce57742fd2e21b4c5fd5151f0bcdfc6fe855ecb1ddec0f9c42a16d2c240c6"
        )
        #expect(
            try zeros.hash(of: EmailAddress(parsing: "A@example.org"))
                == "c12aa2b25271135d4d7c6b7c2d963223599a5a8f3a8a64fd69fed873b29ed995"
        )
        #expect(
            zeros.hash(ofRow: ["2", nil, ""])
                == "c7a10d45ad1f5a0a47bf567c8889bec260d0db9c62c678053da80f563c3667ed"
        )
    }

    @Test func `another salt, another use or another value gives another hash`() throws {
        let text = String(repeating: "a", count: 64)
        let hashes = [
            salt.hash(ofDigest: text), salt.hash(ofReceipt: text), salt.hash(ofQueueID: text),
            salt.hash(ofRow: [text]), salt.hash(ofRow: [nil]), salt.hash(ofRow: [""]),
            salt.hash(ofRow: ["", ""]), other.hash(ofDigest: text), other.hash(ofRow: [text]),
        ]
        #expect(Set(hashes).count == hashes.count)
        #expect(hashes.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
    }

    @Test func `a salt has 32 octets and is not told`() {
        #expect(Salt(octets: [1, 2, 3]) == nil)
        #expect("\(salt)" == "[salt]" && String(reflecting: salt) == "[salt]")
        var generator = SplitMix(seed: 1)
        #expect(Salt(using: &generator).octets.count == 32)
    }
}

struct ErasureTests {
    @Test(arguments: [Erasure.campaign, .rows([4]), .rows([17, 3, 200])])
    func `what an event says of an erasure is read as it was written`(erasure: Erasure) {
        #expect(Erasure(erasure.facts) == erasure)
    }

    @Test(arguments: [
        [:], ["what": "everything"], ["what": "rows"], ["what": "rows", "rows": ""],
        ["what": "rows", "rows": "3,x"], ["what": "campaign", "rows": "3"],
    ])
    func `anything else is no erasure`(facts: [String: String]) {
        #expect(Erasure(facts) == nil)
    }
}
