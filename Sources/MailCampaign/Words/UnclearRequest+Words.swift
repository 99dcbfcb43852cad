package import MailCore

extension UnclearRequest: PrintableError {
    package var words: Printable {
        switch self {
        case .days: "say which days: --date D, or --from D --to D"
        case .reportForm: "--output needs a file that ends in .md or .html"
        case .incident:
            "say a campaign and --aware-at TIME, a campaign and --close --because REASON, or --check FILE"
        case .fromBehindTo: "--from lies after --to"
        case .whatToPlan: "say one of a file and --follow-up CAMPAIGN"
        case .detailsWithoutFollowUp: "--delivery, --rows and --again need --follow-up CAMPAIGN"
        case .followUpOfFile:
            "--follow-up takes its people and days from the earlier campaign; leave out what speaks of a file: "
                + "days, services, sites, --real and how to read it"
        case .followUpWithoutTemplate:
            "--follow-up needs --template NAME: what the people are told now"
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
        case .noMessage: "say which: --row N, or --message ID, or where to look: --from-log FILE"
        case .logWithRuling:
            "--from-log finds the messages by itself, and never shows that one must go again: leave out "
                + "--row, --message and --resend"
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
        case .campaignIsPlanned:
            "a campaign is planned already; days, services, sites and how to read a file go with a file"
        case .peopleWithoutOutput: "--with-people needs --output FILE"
        case .hourOfRehearsal: "--at goes without --rehearse"
        case .notAnHour(let option, let text):
            "\(option): “\(text)” is no time; write 21:00, or 2021-03-15T21:00"
        case .notAClockTime(let option, let text):
            "\(option): “\(text)” is no time; write 2021-03-16T09:10"
        }
    }
}
