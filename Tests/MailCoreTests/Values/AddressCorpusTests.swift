import MailCore
import TestSupport
import Testing

/// isemail's list of address cases, control characters and all.
@Suite(.enabled(if: Corpora.has(AddressCase.file), "needs ../shared/corpora/isemail/tests.xml"))
struct AddressCorpusTests {
    @Test func `no address that is an error by RFC 5322 is read`() async throws {
        let errors = try await AddressCase.all().filter { $0.category == "ISEMAIL_ERR" }
        #expect(errors.count == 66)
        for error in errors {
            #expect(read(error.address) == nil, "case \(error.id)")
        }
    }

    @Test func `what is read is a plain and current address`() async throws {
        let cases = try await AddressCase.all()
        let read = cases.filter { self.read($0.address) != nil }
        let plain = Set(["ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN"])
        #expect(read.allSatisfy { plain.contains($0.category) })
        let refused = cases.filter { plain.contains($0.category) && self.read($0.address) == nil }
        // One label only; `%` and `!` in the local part.
        #expect(refused.map(\.id) == [5, 19])
        #expect(read.count == 20)
    }

    private func read(_ text: String) -> String? { try? EmailAddress(parsing: text).text }
}
