import MailCore
import Testing

struct MailDomainsTests {
    private func domains(_ counts: [String: Int]) -> MailDomains {
        var domains = MailDomains()
        for (domain, count) in counts { for _ in 0..<count { domains.count(domain) } }
        return domains
    }

    @Test func `a domain of four people is not named, one of five is`() {
        let domains = domains(["small.example": 4, "large.example": 5])
        #expect(domains.named.map(\.domain) == ["large.example"])
        #expect(domains.named.map(\.messages) == [5])
        #expect(domains.others == 4)
    }

    @Test func `only the five largest are named, the largest first`() {
        let domains = domains(
            Dictionary(uniqueKeysWithValues: (5...10).map { ("d\($0).example", $0) })
        )
        #expect(domains.named.map(\.messages) == [10, 9, 8, 7, 6])
        #expect(domains.others == 5)
    }
}
