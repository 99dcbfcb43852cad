import MailCore
import Testing

/// What an answer makes of a row, without a journal.
struct UndecidedRowTests {
    private func row(_ rowClass: RowClass, phone: String? = nil) -> UndecidedRow {
        UndecidedRow(
            row: 7,
            line: 8,
            rowClass: rowClass,
            start: nil,
            second: nil,
            isHalfKnown: false,
            contact: Contact(
                name: PersonName(first: "Erika", last: "Muster"),
                address: nil,
                phone: phone,
                site: nil,
                reference: nil
            )
        )
    }

    @Test(
        arguments: [
            (RowAnswer.phone, "0221 4710 100", RowClass.noEmail),
            (.leaveOut, "0221 4710 100", .noEmail), (.leaveOut, nil, .noContact),
        ] as [(RowAnswer, String?, RowClass)]
    )
    func `a doubtful row goes to the phone list or to the letters`(
        answer: RowAnswer,
        phone: String?,
        rowClass: RowClass
    ) throws {
        let decided = try #require(try row(.needsDecision, phone: phone).decided(answer))
        #expect(decided.row == 7 && decided.answer == answer && !decided.hasGivenStart)
        #expect(decided.before == .needsDecision && decided.after == rowClass)
    }

    @Test func `who has a phone number is called, the others are left out`() {
        let called = row(.needsDecision, phone: "0221 4710 100").decidedByPhone
        #expect(called.answer == .phone && called.after == .noEmail)
        let others = row(.needsDecision).decidedByPhone
        #expect(others.answer == .leaveOut && others.after == .noContact)
        #expect(row(.needsDecision).leftOut == others)
    }

    @Test func `what stands on a list already stays as it is`() throws {
        #expect(try row(.noEmail, phone: "0221 4710 100").decided(.phone) == nil)
        #expect(try row(.invalidEmail).decided(.leaveOut) == nil)
    }

    @Test(arguments: [
        (RowClass.send, RowAnswer.phone, DecisionError.getsMessage(7)),
        (.past, .leaveOut, .nothingKept(7, .past)), (.needsDecision, .phone, .noPhone(7)),
    ])
    func `what cannot be answered so is refused`(
        rowClass: RowClass,
        answer: RowAnswer,
        error: DecisionError
    ) {
        #expect(throws: error) { try row(rowClass).decided(answer) }
    }

    @Test func `rows can be decided only before sending has begun`() {
        #expect(throws: Never.self) {
            try DecisionError.check("c", hasBegun: false, isErased: false)
        }
        #expect(throws: DecisionError.begun(campaign: "c")) {
            try DecisionError.check("c", hasBegun: true, isErased: false)
        }
        #expect(throws: DecisionError.erased(campaign: "c")) {
            try DecisionError.check("c", hasBegun: true, isErased: true)
        }
    }
}
