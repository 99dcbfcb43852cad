import MailCore
import MailImport
import Testing

/// An address that stands on five people anywhere in the file is nobody's own.
struct AddressCensusTests {
    private static let home = "heim@pflege.example"

    /// A row on the chosen day, or on another.
    private static func row(
        _ number: Int,
        _ last: String,
        _ address: String = home,
        isChosen: Bool = false,
        status: String = ""
    ) -> String {
        "\(number);\(last);Ida;\(address);;\(isChosen ? "16.03.2021" : "08.06.2021");09:10;\(status)"
    }

    private static func read(_ rows: [String]) throws -> ScheduleImport {
        try Schedules.read(([Schedules.header] + rows).joined(separator: "\n"))
    }

    @Test(arguments: [true, false])
    func `people of other days count, wherever their rows stand`(isFirst: Bool) throws {
        let others = (1...6).map { Self.row($0, "Ahorn\($0)") }
        let chosen = (7...8).map { Self.row($0, "Ahorn\($0)", isChosen: true) }
        let schedule = try Self.read(isFirst ? chosen + others : others + chosen)
        #expect(schedule.counts[.collectiveAddress] == 2)
        #expect(schedule.counts[.outOfWindow] == 6 && schedule.counts[.send] == 0)
        #expect(schedule.problems.allSatisfy { $0.column == "E-Mail" && $0.reasons.count == 1 })
    }

    @Test func `a family stays a family`() throws {
        let schedule = try Self.read([
            Self.row(1, "Ahorn1", isChosen: true), Self.row(2, "Ahorn2", isChosen: true),
            Self.row(3, "Ahorn3"), Self.row(4, "Ahorn4"), Self.row(5, "AHORN4 "),
            Self.row(6, "Birke1", "birke@post.example", isChosen: true),
            Self.row(7, "Birke2", "birke@post.example"),
        ])
        #expect(schedule.counts[.send] == 3)
    }

    @Test func `one person with many appointments is one person`() throws {
        let rows = (1...9).map { Self.row($0, "Ahorn", isChosen: $0 == 5) }
        #expect(try Self.read(rows).counts[.send] == 1)
    }

    @Test func `whoever was cancelled counts, tests and broken rows do not`() throws {
        let three = (1...3).map { Self.row($0, "Ahorn\($0)") }
        let chosen = Self.row(4, "Ahorn4", isChosen: true)
        let cancelled = Self.row(5, "Ahorn5", isChosen: true, status: "storniert")
        let with = try Self.read(three + [chosen, cancelled])
        #expect(with.rows.map(\.rowClass).suffix(2) == [.collectiveAddress, .alreadyCancelled])
        let test = try Self.read(three + [chosen, Self.row(5, "Test")])
        #expect(test.rows.map(\.rowClass).suffix(2) == [.send, .testOrBlock])
        let broken = try Self.read(three + [chosen, Self.row(5, "Ahorn5") + ";"])
        #expect(broken.rows.map(\.rowClass).suffix(2) == [.send, .rejected])
        var options = ReadingOptions()
        options.realRows = [6]
        let text = [Schedules.header] + three + [chosen, Self.row(5, "Test")]
        let real = try Schedules.read(
            bytes: Array(text.joined(separator: "\n").utf8),
            options: options
        )
        #expect(real.rows[3].rowClass == .collectiveAddress)
    }

    @Test func `a row with bytes that are no text names nobody`() throws {
        let rows = (1...4).map { Self.row($0, "Ahörn\($0)", isChosen: $0 == 1) }
        let text = ([Schedules.header] + rows + [Self.row(5, "Birke")]).joined(separator: "\n")
        #expect(try Schedules.read(text).rows[0].rowClass == .collectiveAddress)
        let bytes = Array(text.utf8).map { $0 == UInt8(ascii: "k") ? 0xFF : $0 }
        var options = ReadingOptions()
        options.encoding = .utf8
        let damaged = Array(Schedules.header.utf8) + bytes.dropFirst(Schedules.header.utf8.count)
        let schedule = try Schedules.read(bytes: damaged, options: options)
        #expect(schedule.rows.first?.rowClass == .send)
        #expect(schedule.rows.last?.rowClass == .rejected)
    }

    @Test(arguments: [
        "HEIM@Pflege.Example", "Pflegeheim <heim@pflege.example>", " heim@pflege.example. ",
        "mailto:heim@pflege.example,", "he\u{AD}im@pflege.example", "Büro (heim@pflege.example)",
        "'heim@pflege.example", "heim@pflege.example\u{A0}", "Heim-@ <heim@pflege.example>",
    ])
    func `a spelling of an address is the same address, or none`(cell: String) throws {
        let three = (1...3).map { Self.row($0, "Ahorn\($0)") }
        let rows =
            three + [Self.row(4, "Ahorn4", isChosen: true), Self.row(5, "Ahorn5", cell)]
        let isSame =
            AddressCell(parsing: cell) == AddressCell(parsing: Self.home)
            || AddressCell(parsing: cell.lowercased()) == AddressCell(parsing: Self.home)
        #expect(
            try Self.read(rows).rows[3].rowClass == (isSame ? .collectiveAddress : .send)
        )
    }

    @Test func `both spellings of an international domain are one address`() throws {
        let rows = (1...5).map {
            Self.row(
                $0,
                "Ahorn\($0)",
                $0 % 2 == 0 ? "heim@müller.example" : "heim@XN--MLLER-KVA.example",
                isChosen: $0 > 3
            )
        }
        let classes = try Self.read(rows).rows.map(\.rowClass)
        #expect(classes.suffix(2) == [.collectiveAddress, .collectiveAddress])
    }

    @Test func `without names, rows of other days may be one person's`() throws {
        func text(_ chosen: Int) -> String {
            let rows = (1...9).map {
                "heim@pflege.example;\($0 <= chosen ? "16.03.2021" : "08.06.2021") 09:1\($0)"
            }
            return (["E-Mail;Termin"] + rows).joined(separator: "\n")
        }
        #expect(try Schedules.read(text(4)).counts[.send] == 4)
        #expect(try Schedules.read(text(5)).counts[.collectiveAddress] == 5)
    }

    @Test func `a row that waits for a person says it, too`() throws {
        let others = (1...5).map { Self.row($0, "Ahorn\($0)") }
        let doubtful = Self.row(6, "Ahorn6", isChosen: true, status: "vielleicht")
        let row = try #require(try Self.read(others + [doubtful]).rows.last)
        #expect(row.rowClass == .needsDecision && row.column == "Status")
        #expect(row.reasons.count == 2 && row.isCollective)
    }

    @Test func `rows far down a file of years count as well`() throws {
        let chosen = Self.row(1, "Ahorn1", isChosen: true)
        let many = (2...20_100).map { Self.row($0, "Birke", "p\($0)@post.example") }
        let others = (2...5).map { Self.row(30_000 + $0, "Ahorn\($0)") }
        let rows = try Self.read([chosen] + many + others).rows
        #expect(rows.first?.rowClass == .collectiveAddress)
    }
}
