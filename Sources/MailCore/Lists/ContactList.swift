package import struct Foundation.Date
package import struct Foundation.TimeZone

/// Everyone who still has to be reached another way, sorted by appointment.
///
/// Personal data.
package struct ContactList: Sendable {
    package struct Entry: Sendable {
        package let person: UnreachedPerson
        package let way: ContactChannel
    }

    package let entries: [Entry]

    /// - Parameters:
    ///   - people: In any order.
    ///   - moment: When the list is written; whether there is time for a letter hangs on it.
    ///   - zone: The authority's.
    package init(_ people: [UnreachedPerson], at moment: Date, in zone: TimeZone) {
        let today = LocalDay(of: moment, in: zone)
        entries = people.sorted(by: UnreachedPerson.isEarlier).map { person in
            let way = ContactChannel(phone: person.contact.phone, start: person.start, today: today)
            return Entry(person: person, way: way)
        }
    }

    /// The entries of one way, or all of them.
    package func entries(_ way: ContactChannel?) -> [Entry] {
        entries.filter { way == nil || $0.way == way }
    }

    /// How many entries go each way; zeros included.
    package var ways: [ContactChannel: Int] {
        var counts = Dictionary(uniqueKeysWithValues: ContactChannel.allCases.map { ($0, 0) })
        for entry in entries { counts[entry.way, default: 0] += 1 }
        return counts
    }

    /// How many entries there are for each cause; zeros included.
    package var causes: [UnreachedCause: Int] {
        var counts = Dictionary(uniqueKeysWithValues: UnreachedCause.allCases.map { ($0, 0) })
        for entry in entries { counts[entry.person.cause, default: 0] += 1 }
        return counts
    }

    /// The file of one way, or of all of them: a line of headers, and one for every entry.
    package func file(_ way: ContactChannel?) -> [UInt8] {
        let columns = ListColumn.columns(of: way)
        let titles = columns.map { SafeCell(text: $0.title) }
        let lines = entries(way).map { entry in columns.map { $0.cell(of: entry) } }
        return SafeTable(lines: [titles] + lines).octets
    }
}
