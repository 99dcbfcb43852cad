import MailCore
import MailImport
import Testing

struct SynonymTests {
    /// Where the table differs from the research on purpose: what the word means instead.
    private static let exceptions: [String: String?] = [
        // A running number is not unique across files; a profile may say it is the booking's.
        "ref/nr": nil,
        // A credential: it is never kept.
        "ref/vermittlungscode": nil,
        // Named twice by the research; the day alone is what it says.
        "start/termindatum": "date",
        // The phone of a further guest is not the phone of the person who is told.
        "phone/attendeephone2": nil,
        "phone/attendeephone17": nil,
    ]

    @Test func `every header the research names has its field`() async throws {
        let words = try await HeaderWords.read()
        var checked = 0
        for (field, list) in words.fields {
            for (word, spellings) in list {
                let expected = Self.exceptions["\(field)/\(word)"] ?? field
                for spelling in spellings {
                    let found = ScheduleField(header: spelling)?.rawValue
                    #expect(found == expected, "\(field): \(spelling.debugDescription)")
                    checked += 1
                }
            }
        }
        #expect(checked > 700)
        // The research names no column of zones.
        let fields = Set(ScheduleField.allCases.map(\.rawValue)).subtracting(["zone"])
        #expect(Set(words.fields.keys) == fields)
    }

    @Test func `every exception is still one`() async throws {
        let words = try await HeaderWords.read()
        for exception in Self.exceptions.keys {
            let parts = exception.split(separator: "/", maxSplits: 1).map(String.init)
            #expect(words.fields[parts[0]]?[parts[1]] != nil, "\(exception)")
        }
    }

    @Test func `every header on the deny list is denied, and is no field`() async throws {
        let words = try await HeaderWords.read()
        for (kind, list) in words.denied {
            for spelling in list.values.joined() {
                #expect(
                    DeniedColumn(header: spelling)?.rawValue == kind,
                    "\(spelling.debugDescription)"
                )
                #expect(ScheduleField(header: spelling) == nil, "\(spelling.debugDescription)")
            }
        }
        let beyond = DeniedColumn.allCases.map(\.rawValue).filter { words.denied[$0] == nil }
        #expect(beyond == ["access-code"])
    }

    @Test func `no header that is needed is denied`() async throws {
        let words = try await HeaderWords.read()
        for (field, list) in words.fields {
            for (word, spellings) in list where word != "vermittlungscode" {
                for spelling in spellings {
                    #expect(DeniedColumn(header: spelling) == nil, "\(field): \(spelling)")
                }
            }
        }
    }
}
