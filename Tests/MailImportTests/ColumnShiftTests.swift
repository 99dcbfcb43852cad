import MailCore
import MailImport
import TestSupport
import Testing

/// Schedules in which a column was moved, and others that only look like it.
struct ColumnShiftTests {
    @Test(arguments: [-3, -2, -1, 1, 2, 3], [0.5, 1])
    func `a column that was moved is refused, from about the row where it begins`(
        distance: Int,
        share: Double
    ) throws {
        var list = InventedList(people: 300, likeness: share, seed: 3)
        list.moveAddresses(from: 150, by: distance)
        let refusal = try #require(Schedules.refusal { try Schedules.read(list.text) })
        let row = try #require(refusal.row)
        #expect((145...175).contains(row))
        #expect(refusal.line == row)
        let rows = abs(distance) == 1 ? "1 row" : "\(abs(distance)) rows"
        #expect(refusal.english.contains("\(rows) \(distance < 0 ? "above" : "below")"))
        #expect(refusal.english.contains("Export the schedule again"))
        for person in list.people where !person.local.isEmpty {
            #expect(!refusal.description.contains(person.last))
            #expect(!refusal.description.contains(person.local))
        }
    }

    @Test(arguments: [1, 0.6, 0.3, 0.1, 0], 0..<8)
    func `a schedule as it was exported is taken`(share: Double, seed: UInt64) throws {
        let list = InventedList(people: 400, likeness: share, seed: seed)
        #expect(try Schedules.read(list.text).rowCount == 400)
        #expect(try Schedules.read(list.sorted.text).rowCount == 400)
    }

    /// Every second row belongs to a partner with another name, and has the address of the first.
    @Test func `couples who share an address are no moved column`() throws {
        var list = InventedList(people: 400, likeness: 0.6, seed: 5)
        for row in stride(from: 1, to: 400, by: 2) { list.shareAddress(of: row - 1, with: row) }
        #expect(try Schedules.read(list.text).rowCount == 400)
    }

    /// Bookings of two doses: each person has two rows, one below the other.
    @Test func `people with two rows hide no moved column`() throws {
        var list = InventedList(people: 150, likeness: 0.6, seed: 7).doubled
        #expect(try Schedules.read(list.text).rowCount == 300)
        list.moveAddresses(from: 40, by: -1)
        #expect(Schedules.refusal { try Schedules.read(list.text) }?.row.map { $0 < 80 } == true)
    }

    /// A few families beside each other prove nothing.
    @Test func `a short block is not enough`() throws {
        var list = InventedList(people: 100, likeness: 1, seed: 9)
        list.moveAddresses(from: 50, by: 1, count: 8)
        #expect(try Schedules.read(list.text).rowCount == 100)
    }

    @Test(arguments: [50, 400], 0..<8)
    func `a column sorted alone leaves no neighbours, and a warning`(
        people: Int,
        seed: UInt64
    ) throws {
        var list = InventedList(people: people, likeness: 0.7, seed: seed)
        list.sortAddresses()
        let warnings = try Schedules.read(list.text).warnings
        #expect(warnings.contains { $0.contains("like the name of another row") })
    }

    /// As a call centre makes them up.
    @Test(arguments: [(199, false), (200, true)])
    func `many addresses like nobody's name get a warning`(people: Int, isWarned: Bool) throws {
        let list = InventedList(people: people, likeness: 0, seed: 11)
        let warnings = try Schedules.read(list.text).warnings
        #expect(warnings.contains { $0.contains("Only 0 of \(people)") } == isWarned)
        #expect(!warnings.contains { $0.contains("another row") })
    }

    /// An office that books for many: its own name is one of them.
    @Test func `one mailbox on many rows is no sorted column`() throws {
        var list = InventedList(people: 60, likeness: 1, seed: 15)
        for row in 1..<60 { list.shareAddress(of: 0, with: row) }
        let warnings = try Schedules.read(list.text).warnings
        #expect(!warnings.contains { $0.contains("another row") })
    }

    @Test(arguments: [30, 300], 0..<8)
    func `a file that is what it seems gets no such warning`(people: Int, seed: UInt64) throws {
        let list = InventedList(people: people, likeness: 0.3, seed: seed)
        let warnings = try Schedules.read(list.text).warnings
        #expect(!warnings.contains { $0.contains("like the name") })
    }
}

/// People of made-up names, in the order of a schedule.
private struct InventedList {
    struct Person {
        var first: String
        var last: String
        var local: String
    }

    var people: [Person]

    /// - Parameters:
    ///   - count: How many.
    ///   - likeness: The share of mailboxes that are spelled like the name.
    ///   - seed: Another seed, other people.
    init(people count: Int, likeness: Double, seed: UInt64) {
        var chance = SplitMix(seed: seed)
        people = (0..<count).map { number in
            let first = Self.firstNames[Int.random(in: 0..<12, using: &chance)]
            let last =
                Self.starts[Int.random(in: 0..<12, using: &chance)]
                + Self.ends[Int.random(in: 0..<12, using: &chance)]
            let isAlike = Double.random(in: 0..<1, using: &chance) < likeness
            let own = [
                "\(first).\(last)", "\(last).\(first)", "\(first.prefix(1)).\(last)",
            ][Int.random(in: 0..<3, using: &chance)]
            let other = "fx" + String(UInt32.random(in: 0...UInt32.max, using: &chance), radix: 16)
            return Person(first: first, last: last, local: (isAlike ? own : other) + "\(number)")
        }
    }

    var text: String {
        ([Schedules.header]
            + people.enumerated().map { number, person in
                "B\(number);\(person.last);\(person.first);\(person.mailbox);;"
                    + "16.03.2021;\(9 + number / 60 % 8):\(10 + number % 50);gebucht"
            })
            .joined(separator: "\n")
    }

    var sorted: InventedList {
        var copy = self
        copy.people.sort { ($0.last, $0.first) < ($1.last, $1.first) }
        return copy
    }

    var doubled: InventedList {
        var copy = self
        copy.people = people.flatMap { [$0, $0] }
        return copy
    }

    /// Each address goes to where its owner's name is so many rows away; the last ones are empty.
    mutating func moveAddresses(from begin: Int, by distance: Int, count: Int? = nil) {
        let end = count.map { begin + $0 } ?? people.count
        let locals = people.map(\.local)
        for row in begin..<end {
            let owner = row + distance
            people[row].local = (begin..<end).contains(owner) ? locals[owner] : ""
        }
    }

    mutating func shareAddress(of row: Int, with other: Int) {
        people[other].local = people[row].local
    }

    mutating func sortAddresses() {
        let locals = people.map(\.local).sorted {
            $0.reversed().description < $1.reversed().description
        }
        for row in people.indices { people[row].local = locals[row] }
    }

    private static let firstNames = [
        "Cosima", "Frauke", "Henrike", "Quirin", "Wencke", "Yannick", "Bodo", "Ilka", "Ortwin",
        "Thekla", "Veit", "Ragna",
    ]
    private static let starts = [
        "Distel", "Ginster", "Holunder", "Quitten", "Salbei", "Wacholder", "Ahorn", "Birken",
        "Mohn", "Nessel", "Klee", "Hasel",
    ]
    private static let ends = [
        "kamp", "stieg", "koppel", "hain", "lohe", "anger", "siek", "brook", "feld", "horst",
        "rode", "wisch",
    ]
}

extension InventedList.Person {
    var mailbox: String { local.isEmpty ? "" : "\(local)@example.org".lowercased() }
}
