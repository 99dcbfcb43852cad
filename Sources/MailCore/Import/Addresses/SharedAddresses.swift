/// How many people share each address among the rows that would get a message.
struct SharedAddresses {
    /// From this many people on, an address belongs to an office, not to a family.
    private static let collective = 5

    private struct People {
        let first: String
        var others: [String] = []

        var count: Int { others.count + 1 }
    }

    private var people: [String: People] = [:]

    mutating func add(_ contact: Contact, row: Int) {
        guard let key = contact.address?.comparisonKey else { return }
        let person = Self.person(contact, row: row)
        guard let known = people[key] else {
            people[key] = People(first: person)
            return
        }
        guard known.count < Self.collective, known.first != person,
            !known.others.contains(person)
        else { return }
        people[key]?.others.append(person)
    }

    func isCollective(_ address: EmailAddress) -> Bool {
        count(address.comparisonKey) >= Self.collective
    }

    /// Addresses on two to four people.
    func families(without own: Set<String>) -> Int {
        people.count { (2..<Self.collective).contains($0.value.count) && !own.contains($0.key) }
    }

    private func count(_ key: String) -> Int { people[key]?.count ?? 0 }

    /// A person is known by name; without one, every booking counts as another person.
    private static func person(_ contact: Contact, row: Int) -> String {
        contact.name.display?.folded ?? contact.reference ?? "row \(row)"
    }
}
