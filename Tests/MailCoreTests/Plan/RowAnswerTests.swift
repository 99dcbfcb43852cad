import MailCore
import Testing

struct RowAnswerTests {
    @Test func `an answer is known again by what stands behind the reasons`() {
        for answer in RowAnswer.allCases {
            for hasGivenStart in [false, true] {
                let reason = answer.reason(hasGivenStart: hasGivenStart)
                #expect(RowAnswer(reasons: ["made up", reason]) == answer)
                #expect(RowAnswer(reasons: [reason, "made up"]) == nil)
            }
        }
        #expect(RowAnswer(reasons: []) == nil)
        #expect(Set(RowAnswer.allCases.map { $0.reason() }).count == RowAnswer.allCases.count)
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
