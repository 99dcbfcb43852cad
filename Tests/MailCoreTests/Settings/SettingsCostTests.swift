import MailCore
import TestSupport
import Testing

/// Configurations and proofs take a time that grows with their length, whatever stands in them.
struct SettingsCostTests {
    @Test(arguments: [
        "#\n", "x = 1\n", "[x]\n", "x = \"\"\n", "=\n", "\n", "[[x]]\n", "x.y = 1\n", "x = [[\n",
    ])
    func `a configuration is read in a time that grows with its length`(line: String) {
        let growth = Cost.growth(from: 64) { count in
            (0..<count).map { line.replacing("x", with: "x\($0)") }.joined()
                + Configurations.whole
        } reading: { text in
            _ = try? Configurations.read(text)
        }
        #expect(growth < Cost.linear)
    }

    @Test(arguments: ["[", "{\"a\":", "\"", "1,", "{},", "\\u0041", "[],"])
    func `a proof is read in a time that grows with its length`(piece: String) {
        let growth = Cost.growth(from: 256) { count in
            Array(("{\"proof\":[" + String(repeating: piece, count: count)).utf8)
        } reading: { octets in
            _ = try? ProofCheck(of: octets)
        }
        #expect(growth < Cost.linear)
    }

    @Test func `a whole proof is checked in a time that grows with its messages`() throws {
        let growth = try Cost.growth(from: 8) { count in
            try SampleProof(people: count).octets
        } reading: { octets in
            #expect((try? ProofCheck(of: octets).isOK) == true)
        }
        #expect(growth < Cost.linear)
    }
}
