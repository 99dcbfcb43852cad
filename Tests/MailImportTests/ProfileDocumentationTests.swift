import Foundation
import MailCore
import MailImport
import Testing

struct ProfileDocumentationTests {
    @Test func `the example profile of the documentation can be used`() throws {
        let page = URL(filePath: #filePath)
            .appending(path: "../../../docs/profiles.md").standardizedFileURL
        let text = try String(contentsOf: page, encoding: .utf8)
        let blocks = text.components(separatedBy: "```toml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
        #expect(blocks.count == 1)
        for block in blocks {
            let profile = try ImportProfile(toml: block, file: "docs/profiles.md")
            let headers = [
                "Termin am", "Uhrzeit", "Gast", "Mail privat", "Tel. 1", "Tel. 2", "Angebot",
                "Stand", "Datum", "Begleitperson", "Anmerkungen", "Vorgang Nr.",
            ]
            #expect(profile.recognises(headers))
            let mapping = try ColumnMapping(headers: headers, overrides: [], profile: profile)
            let mapped = mapping.mapped.map { "\($0.field.rawValue)=\($0.header)" }
            #expect(
                mapped == [
                    "email=Mail privat", "date=Termin am", "time=Uhrzeit", "name=Gast",
                    "ref=Vorgang Nr.", "phone=Tel. 1", "phone=Tel. 2", "service=Angebot",
                    "status=Stand",
                ]
            )
            #expect(mapping.guests == [9])
        }
        let names = ImportProfile.builtIn.map(\.name)
        #expect(names.allSatisfy { text.contains("`\($0)`") })
    }
}
