import MailCore
import MailImport
import TestSupport
import Testing

/// isemail's list of address cases, as cells.
@Suite(.enabled(if: Corpora.has(AddressCase.file), "needs ../shared/corpora/isemail/tests.xml"))
struct AddressCellCorpusTests {
    /// Cells of which something outside the address is dropped on purpose (docs/addresses.md).
    private static let unwrapped = [35: "test@iana.org"]

    @Test func `no cell that is an error by RFC 5322 is an address`() async throws {
        let errors = try await AddressCase.all().filter { $0.category == "ISEMAIL_ERR" }
        #expect(errors.count == 66)
        for error in errors {
            let cell = AddressCell(parsing: error.address)
            if let inner = Self.unwrapped[error.id] {
                #expect(try cell == .address(EmailAddress(parsing: inner)), "case \(error.id)")
            } else if case .address = cell {
                Issue.record("case \(error.id) is an address")
            }
        }
    }
}
