import MailCore
import Testing

/// isemail's list of address cases, control characters and all.
@Suite(.enabled(if: Corpora.has(AddressCase.file), "needs ../shared/corpora/isemail/tests.xml"))
struct AddressCorpusTests {
    /// Cells of which something outside the address is dropped on purpose (docs/addresses.md).
    private static let unwrapped = [35: "test@iana.org"]

    @Test func `no address that is an error by RFC 5322 is read`() async throws {
        let errors = try await AddressCase.all().filter { $0.category == "ISEMAIL_ERR" }
        #expect(errors.count == 66)
        for error in errors {
            #expect(read(error.address) == nil, "case \(error.id)")
            let cell = AddressCell(parsing: error.address)
            if let inner = Self.unwrapped[error.id] {
                #expect(try cell == .address(EmailAddress(parsing: inner)), "case \(error.id)")
            } else if case .address = cell {
                Issue.record("case \(error.id) is an address")
            }
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
