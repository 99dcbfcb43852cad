import MailCore
import Testing

struct SenderAnswerTests {
    @Test(arguments: [
        (SubmissionOutcome.Stage.recipient, 250, nil as String?, nil as SenderAnswer.Flaw?),
        (.sender, 530, "5.7.0", .loginWanted), (.sender, 538, nil, .loginWanted),
        (.recipient, 530, nil, .loginWanted), (.recipient, 504, "5.5.2", .clientName),
        (.sender, 553, "5.7.1", .sender), (.sender, 550, nil, .sender),
        (.recipient, 554, "5.7.1", .relaying), (.recipient, 550, nil, .relaying),
        (.recipient, 550, "5.1.1", .ownAddressUnknown), (.recipient, 552, "5.2.3", .other),
        (.recipient, 451, "4.7.1", .passing), (.sender, 421, nil, .passing),
    ])
    func `what is wrong follows from the command and the code`(
        stage: SubmissionOutcome.Stage,
        code: Int,
        enhanced: String?,
        flaw: SenderAnswer.Flaw?
    ) {
        let answer = SenderAnswer(to: stage, Reply(code: code, enhancedCode: enhanced))
        #expect(answer.flaw == flaw)
    }
}
