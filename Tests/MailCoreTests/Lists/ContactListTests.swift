import Foundation
import MailCore
import TestSupport
import Testing

/// Who stands on which list, and what it tells of them.
struct ContactListTests {
    /// 15 March 2021, 16:49 in Musterkreis.
    private static let writing = Date(timeIntervalSince1970: 1_615_823_340)

    private static func person(
        _ row: Int,
        day: Int? = 16,
        hour: Int = 9,
        phone: String? = nil,
        site: String? = "Halle 1",
        name: PersonName = PersonName(first: "Erika", last: "Muster"),
        cause: UnreachedCause = .noAddress
    ) throws -> UnreachedPerson {
        let start = try day.map { day in
            let local = try #require(LocalDay(year: 2021, month: 3, day: day))
            return AppointmentTime(
                local: LocalTime(day: local, hour: hour, minute: 5),
                offset: 3_600
            )
        }
        let contact = Contact(
            name: name,
            address: try EmailAddress(parsing: "erika@example.org"),
            phone: phone,
            site: site,
            reference: "MK-\(row)"
        )
        return UnreachedPerson(row: row, start: start, contact: contact, cause: cause)
    }

    @Test func `both appointments of a row stand in its one line`() throws {
        let first = try Self.person(2, day: 16, phone: "0221 1")
        let second = try Self.person(2, day: 18, phone: "0221 1").start
        let person = UnreachedPerson(
            row: 2,
            start: first.start,
            second: second,
            contact: first.contact,
            cause: first.cause
        )
        let lines = Self.lines(try Self.list(person), .phone)
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("\"16.03.2021 09:05 und 18.03.2021 09:05\";"))
    }

    private static func list(_ people: UnreachedPerson...) throws -> ContactList {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        return ContactList(people, at: writing, in: zone)
    }

    private static func lines(_ list: ContactList, _ way: ContactChannel?) -> [String] {
        String(decoding: list.file(way), as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test(
        arguments: [
            (16, "0221 1", ContactChannel.phone), (nil, "0221 1", .phone), (31, "0221 1", .phone),
            (15, nil, .door), (16, nil, .door), (19, nil, .door), (20, nil, .letter),
            (31, nil, .letter), (nil, nil, .letter),
        ] as [(Int?, String?, ContactChannel)]
    )
    func `everybody has one way, and a letter only where there is time for one`(
        day: Int?,
        phone: String?,
        way: ContactChannel
    ) throws {
        let list = try Self.list(Self.person(2, day: day, phone: phone))
        #expect(list.entries.map(\.way) == [way])
        for other in ContactChannel.allCases {
            #expect(list.entries(other).count == (other == way ? 1 : 0))
            #expect(list.ways[other] == (other == way ? 1 : 0))
        }
        #expect(list.entries(nil).count == 1)
    }

    @Test func `the earliest comes first, and before it whose time nobody knows`() throws {
        let list = try Self.list(
            Self.person(2, day: 17),
            Self.person(3, hour: 10),
            Self.person(5, site: "Halle 2"),
            Self.person(6, site: nil),
            Self.person(4, site: "Halle 1"),
            Self.person(7, site: "Halle 1"),
            Self.person(9, day: nil)
        )
        #expect(list.entries.map(\.person.row) == [9, 6, 4, 7, 5, 3, 2])
    }

    @Test func `each kind tells no more than it is worked with`() throws {
        let called = try Self.person(12, phone: "+49 221 4710", cause: .refused)
        let written = try Self.person(13, day: 31, cause: .leftOut)
        let met = try Self.person(14, cause: .undecided)
        let list = try Self.list(called, written, met)
        #expect(
            Self.lines(list, .phone) == [
                "\u{FEFF}" + quoted("Termin Ort Name Vorname Telefon Grund Zeile Erledigt"),
                #""16.03.2021 09:05";"Halle 1";"Muster";"Erika";"'+49 221 4710";"#
                    + #""E-Mail nicht angenommen";"12";"""#,
            ]
        )
        #expect(
            Self.lines(list, .letter) == [
                "\u{FEFF}" + quoted("Termin Ort Name Vorname Buchungsnummer Grund Zeile Erledigt"),
                #""31.03.2021 09:05";"Halle 1";"Muster";"Erika";"MK-13";"ausgenommen";"13";"""#,
            ]
        )
        #expect(
            Self.lines(list, .door) == [
                "\u{FEFF}" + quoted("Termin Ort Name Erledigt"),
                #""16.03.2021 09:05";"Halle 1";"Muster";"""#,
            ]
        )
        let all = Self.lines(list, nil)
        #expect(all.count == 4)
        #expect(
            all[0] == "\u{FEFF}"
                + quoted(
                    "Weg Termin Ort Name Vorname Telefon Buchungsnummer Grund Zeile Erledigt"
                )
        )
        #expect(
            all.dropFirst().map { $0.prefix { $0 != ";" } } == [
                "\"Telefon\"", "\"vor Ort\"", "\"Brief\"",
            ]
        )
        #expect(!all.joined().contains("@"))
    }

    private func quoted(_ words: String) -> String {
        words.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ";")
    }

    @Test(arguments: [
        (PersonName(first: "Erika", last: "Muster"), "Muster", "Erika"),
        (PersonName(full: "Muster, Erika"), "Muster, Erika", ""),
        (PersonName(last: "Muster"), "Muster", ""), (PersonName(first: "Erika"), "Erika", ""),
        (PersonName(), "", ""),
    ])
    func `a name is told as far as the schedule tells it`(
        name: PersonName,
        told: String,
        first: String
    ) throws {
        let list = try Self.list(Self.person(2, phone: "0221 1", name: name))
        let line = Self.lines(list, .phone)[1]
        #expect(line.contains("\"Halle 1\";\"\(told)\";\"\(first)\";\"'0221 1\""))
    }

    @Test func `nobody on the list leaves the headers alone`() throws {
        #expect(Self.lines(try Self.list(), .door).count == 1)
        #expect(try Self.list().file(nil).suffix(2) == [0x0D, 0x0A])
    }

    @Test func `whose time is unknown is told so`() throws {
        let line = Self.lines(try Self.list(Self.person(2, day: nil)), .letter)[1]
        #expect(line.hasPrefix("\"unklar\";"))
    }

    /// Nobody whose contact is kept falls between the lists and the messages.
    @Test(arguments: RowClass.allCases)
    func `every class that is kept has a cause, and no other`(rowClass: RowClass) {
        guard rowClass != .send else { return }
        let cause = UnreachedCause(rowClass: rowClass, answer: nil, state: nil)
        #expect((cause != nil) == rowClass.isKept)
    }

    @Test(
        arguments: [
            (DeliveryState.planned, UnreachedCause?.none), (.sending, nil), (.deferred, nil),
            (.accepted, nil), (.unknown, .unknown), (.refused, .refused), (.expired, .expired),
            (.withdrawn, .withdrawn),
        ] as [(DeliveryState, UnreachedCause?)]
    )
    func `a message in doubt is a cause`(state: DeliveryState, cause: UnreachedCause?) {
        #expect(UnreachedCause(rowClass: .send, answer: nil, state: state) == cause)
    }

    @Test func `causes have words of their own, and none of health`() {
        #expect(UnreachedCause(rowClass: .send, answer: nil, state: nil) == .noMessage)
        for rowClass in [RowClass.noEmail, .noContact] {
            #expect(UnreachedCause(rowClass: rowClass, answer: .leaveOut, state: nil) == .leftOut)
            #expect(UnreachedCause(rowClass: rowClass, answer: .phone, state: nil) == .decided)
            #expect(UnreachedCause(rowClass: rowClass, answer: nil, state: nil) == .noAddress)
        }
        let words = UnreachedCause.allCases.map(\.german)
        #expect(Set(words).count == words.count)
    }

    @Test func `lists are kept seven days from the end, and not less than the day`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        func lastDay(_ finishedAt: Date?, _ now: Date) -> String {
            "\(Retention().lastDayOfLists(finishedAt: finishedAt, now: now, in: zone))"
        }
        let hour = 3_600.0
        #expect(lastDay(Self.writing, Self.writing) == "2021-03-22")
        #expect(lastDay(nil, Self.writing) == "2021-03-22")
        // 23:49 UTC is the next day in Musterkreis.
        #expect(lastDay(Self.writing + 8 * hour, Self.writing + 48 * hour) == "2021-03-23")
        #expect(lastDay(Self.writing, Self.writing + 240 * hour) == "2021-03-25")
    }

    @Test func `people on lists do not tell themselves`() throws {
        let list = try Self.list(Self.person(2, phone: "0221 4710"))
        var text = "\(list) \(String(reflecting: list))"
        dump(list, to: &text)
        for secret in ["Muster", "Erika", "4710", "MK-2", "Halle"] {
            #expect(!text.contains(secret))
        }
    }
}
