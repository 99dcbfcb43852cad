/// How many people share each address.
package struct SharedAddresses {
    private struct People {
        let first: String
        var others: [String] = []

        var count: Int { others.count + 1 }
    }

    private var people: [String: People] = [:]

    package init() {}

    /// Those of the rows that would get a message.
    package init(of rows: [ClassifiedRow]) {
        for row in rows where row.rowClass == .send {
            if let contact = row.contact { add(contact, row: row.row) }
        }
    }

    package mutating func add(_ contact: Contact, row: Int) {
        guard let address = contact.address else { return }
        add(Self.person(contact, row: row), at: address)
    }

    /// - Parameters:
    ///   - person: By name, folded.
    ///   - address: Where the person is reached.
    package mutating func add(_ person: String, at address: EmailAddress) {
        let key = address.comparisonKey
        guard let known = people[key] else {
            people[key] = People(first: person)
            return
        }
        guard known.count < Crowd.people, known.first != person,
            !known.others.contains(person)
        else { return }
        people[key]?.others.append(person)
    }

    package func isCollective(_ address: EmailAddress) -> Bool {
        count(address.comparisonKey) >= Crowd.people
    }

    private func count(_ key: String) -> Int { people[key]?.count ?? 0 }

    /// A person is known by name; without one, every booking counts as another person.
    private static func person(_ contact: Contact, row: Int) -> String {
        contact.name.display?.folded ?? contact.reference ?? "row \(row)"
    }
}
