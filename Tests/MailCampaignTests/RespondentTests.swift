import MailCampaign
import Testing

/// Who can be asked, and how often.
struct RespondentTests {
    private let question = ConfirmationQuestion.messages(12)

    @Test func `somebody is asked three times and no more`() {
        for (typed, isConfirmed) in [
            (["12"], true), (["11", "12"], true), (["1", "2", "12"], true),
            (["1", "2", "3", "12"], false), (["1"], false), ([], false),
        ] {
            #expect(question.isConfirmed(by: .typing(typed)) == isConfirmed, "\(typed)")
        }
    }

    @Test func `only the first time nobody is told that the answer was wrong`() {
        var told: [Bool] = []
        _ = question.isConfirmed(
            by: .somebody { _, isAgain in
                told.append(isAgain)
                return "0"
            }
        )
        #expect(told == [false, true, true])
    }

    @Test func `what was said beforehand counts once, and nobody confirms nothing`() {
        #expect(question.isConfirmed(by: .said("12")) == true)
        #expect(question.isConfirmed(by: .said("13")) == false)
        #expect(question.isConfirmed(by: .nobody) == nil)
    }
}

extension Respondent {
    /// Somebody who types this, one answer after the other, and then no more.
    static func typing(_ answers: [String]) -> Respondent {
        var left = answers[...]
        return .somebody { _, _ in left.popFirst() }
    }
}
