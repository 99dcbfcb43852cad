import MailCore
import Testing

struct RowAnswerTests {
    @Test func `every answer has words of its own`() {
        let reasons = RowAnswer.allCases.map { answer in
            RowReason.decided(answer: answer, hasGivenStart: false, isFine: false)
        }
        let given = RowReason.decided(answer: .send, hasGivenStart: true, isFine: false)
        let words = (reasons + [given]).map(\.words)
        #expect(Set(words).count == words.count)
    }

    @Test func `who is left out keeps the reasons of planning, and is marked`() throws {
        let row = try Rows.row(2, "a@example.org", Rows.erika)
        let leftOut = try #require(row.leftOut)
        #expect(leftOut.isLeftOut && !row.isLeftOut)
        #expect(leftOut.reasons == row.reasons && leftOut.rowClass == .noContact)
        #expect(leftOut.leftOut == nil)
    }

    /// What is dropped at import can be written to by nobody.
    @Test func `an address is taken for rows that were kept and get no message`() {
        let taking = RowClass.allCases.filter(\.takesAddress)
        #expect(
            taking == [
                .needsDecision, .noEmail, .noContact, .invalidEmail, .placeholder, .multiAddress,
                .collectiveAddress, .unsendable,
            ]
        )
        for rowClass in RowClass.allCases where !rowClass.isKept {
            let error = DecisionError.nothingKept(7, rowClass).description
            #expect(error.hasPrefix("row 7 is \(rowClass.rawValue): "))
            #expect(error.contains("correct the export and plan again; nothing was changed"))
        }
    }
}
