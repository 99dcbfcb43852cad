import Foundation
import TestSupport
import Testing

/// What the six exports hold and nobody needs: it must be in no byte that the program leaves.
struct SamplePrivacyTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Samples")

    /// Birth dates in every spelling that could be stored, homes, diagnoses, codes that open a
    /// booking, remarks, work, and people who were only mentioned.
    private static let secrets = [
        "07.11.1961", "1961-11-07", "02.02.1938", "1938-02-02", "1958-04-01", "1990-12-24",
        "Geburtsdatum\"", "Asthma", "Vorerkrankungen", "Musterweg", "01067", "Musterstadt;",
        "A1B2", "G7H8", "begleitung@", "Ehepaar", "selbst abgesagt", "Kita-Personal", "2 Personen",
        "bitte l", "uwe.gross", "Uwe Gro", "impfstrasse1", "Nguy?n;",
    ]

    @Test func `birth dates, diagnoses, codes and remarks are kept nowhere`() async throws {
        let office = try Operator()
        let samples = [
            ("A_its_buchungsexport_cp1252.csv", "--service AstraZeneca"),
            ("B_doppeltermin_utf8bom_sep.csv", "--map status=Bemerkung"),
            ("C_bookings_unicodetext_utf16le.txt", ""),
            ("D_Tagesuebersicht_Impfzentrum_16.03.2021.xlsx", "--day 2021-03-16"),
            ("E_calcom_like_utf8_comma.csv", ""),
            ("F_handgepflegt_cp1252_titelzeilen.csv", "--service AZ"),
        ]
        for (file, options) in samples {
            let bytes = try Data(contentsOf: Self.folder.appending(path: file))
            try office.write([UInt8](bytes), to: file)
            let days = "--from 2021-03-16 --to 2021-03-21 --as-of 2021-03-15T18:00"
            let plan = try await office.run("plan \(file) \(days) \(options)")
            #expect(plan.status == 0 || plan.status == 1, "\(file): \(plan.errors)")
        }
        try expectNoSecret(in: office)
    }

    private func expectNoSecret(in office: Operator) throws {
        #expect(office.stateFiles.contains("journal.sqlite"))
        for name in office.stateFiles {
            let bytes = try Data(contentsOf: URL(filePath: office.state + "/" + name))
            for secret in Self.secrets {
                for encoding in [String.Encoding.utf8, .isoLatin1, .utf16LittleEndian] {
                    guard let pattern = secret.data(using: encoding) else { continue }
                    #expect(!Self.isHeld(pattern, in: bytes), "\(name) holds \(secret)")
                }
            }
        }
    }

    /// Whether the bytes hold a pattern anywhere but within hexadecimal digits: one digest in some
    /// hundreds has five given digits by chance.
    private static func isHeld(_ pattern: Data, in bytes: Data) -> Bool {
        var rest = bytes[...]
        while let found = rest.range(of: pattern) {
            let sides = [found.lowerBound - 1, found.upperBound]
            let isInDigest = sides.allSatisfy { index in
                bytes.indices.contains(index) && "0123456789abcdef".utf8.contains(bytes[index])
            }
            if !isInDigest { return true }
            rest = bytes[found.upperBound...]
        }
        return false
    }
}
