package import MailCore

extension UnclearRequest: PrintableError {
    package var words: Printable {
        switch self {
        case .days: "say which days: --date D, or --from D --to D"
        case .fromBehindTo: "--from lies after --to"
        case .expectation:
            "--expect needs a number of rows, at most \(RowExpectation.allowed.upperBound)"
        case .answer: "say one of --phone, --leave-out, --fine and --send ADDRESS"
        case .rows: "say which rows: --row N, --value N, or --all-doubtful"
        case .allDoubtfulUnlessPhoned:
            "--all-doubtful goes with --phone alone: nobody is mailed unseen"
        case .fineWithoutValue: "--fine goes with --value alone"
        case .addressForValue: "--value goes with --fine, --phone or --leave-out"
        case .addressOfOtherThanOneRow: "--send answers for one person: give exactly one --row"
        case .sharedWithoutAddress: "--shared-with needs --send ADDRESS"
        case .startWithoutAddress: "--start needs --send ADDRESS"
        case .ruling: "say one of --accepted and --resend"
        case .noMessage: "say which: --message ID"
        case .whatToErase: "say one of a campaign and --due"
        case .hold: "say one of --because REASON and --lift"
        case .keys: "say one of --rotate and --lost; --old-office-key goes with --rotate"
        case .whatToVerify: "say one of a campaign and --proof FILE"
        case .keyWithoutProof: "--key goes with --proof FILE"
        case .key: "--key needs the 64 hexadecimal digits that “check” shows"
        case .noCampaign: "say which campaign"
        case .noOutput: "say where to write the proof: --output FILE"
        case .nameWithoutDigest: "--by needs --digest HEX"
        case .digestWithoutName: "--digest needs --by NAME"
        case .allWithoutOutput: "--all needs --output DIR"
        case .movedAndRestored: "say one of --moved and --restored"
        case .outputWithoutRehearsal: "--output needs --rehearse"
        case .notADay(let option, let text):
            "\(option): “\(text)” is no day; write 2021-03-16 or 16.03.2021"
        case .notATime(let option, let text):
            "\(option): “\(text)” is no time; write 2021-03-15T18:00"
        case .notAClockTime(let option, let text):
            "\(option): “\(text)” is no time; write 2021-03-16T09:10"
        }
    }
}
