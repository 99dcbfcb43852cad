import MailCore
import Testing

struct SecondOpinionTests {
    private static let denied = Reply(code: 550, enhancedCode: "5.7.1")
    private static let bare = Reply(code: 550)

    @Test func `three in a row get the same words, so it is not about them`() {
        var opinions = SecondOpinion()
        #expect(opinions.judge(Self.denied, of: 1) == .open)
        #expect(opinions.judge(Self.denied, of: 2) == .open)
        #expect(opinions.judge(Self.denied, of: 3) == .session(.recipients(3)))
    }

    @Test func `one recipient asked three times is no crowd`() {
        var opinions = SecondOpinion()
        for _ in 1...5 { #expect(opinions.judge(Self.denied, of: 1) == .open) }
    }

    @Test func `somebody else's message taken in between ends the row`() {
        var opinions = SecondOpinion()
        for message: Int64 in 1...9 {
            #expect(opinions.judge(Self.denied, of: message) == .open)
            opinions.noteAccepted()
        }
    }

    @Test func `other words begin another row`() {
        var opinions = SecondOpinion()
        #expect(opinions.judge(Self.denied, of: 1) == .open)
        #expect(opinions.judge(Self.bare, of: 2) == .open)
        #expect(opinions.judge(Self.denied, of: 3) == .open)
        #expect(opinions.judge(Self.denied, of: 4) == .open)
    }

    @Test func `refused again after others were taken, it is the recipient`() {
        var opinions = SecondOpinion()
        #expect(opinions.judge(Self.bare, of: 1) == .open)
        opinions.noteAccepted()
        #expect(opinions.judge(Self.bare, of: 1) == .recipient)
    }

    @Test func `refused again in other words, it is a new suspicion`() {
        var opinions = SecondOpinion()
        #expect(opinions.judge(Self.bare, of: 1) == .open)
        opinions.noteAccepted()
        #expect(opinions.judge(Self.denied, of: 1) == .open)
    }

    @Test(arguments: [
        (Reply(code: 250), SecondOpinion.Opinion.recipient), (denied, .session(.probe)),
        (bare, .open), (Reply(code: 450), .open),
    ])
    func `the sender's own address is the second opinion when nobody else is left`(
        probed: Reply,
        opinion: SecondOpinion.Opinion
    ) {
        #expect(SecondOpinion().opinion(on: Self.denied, probed: probed) == opinion)
    }
}
