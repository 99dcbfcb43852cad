package import MailCore

extension UnclearRequest: PrintableError {
    package var words: Sentence {
        switch self {
        case .days:
            Sentence(
                en: "say which days: --date D, or --from D --to D",
                de: "Sagen Sie, welche Tage: --date T, oder --from T --to T"
            )
        case .reportForm:
            Sentence(
                en: "--output needs a file that ends in .md or .html",
                de: "--output braucht eine Datei, die auf .md oder .html endet"
            )
        case .incident:
            Sentence(
                en:
                    "say a campaign and --aware-at TIME, a campaign and --close --because REASON, or --check FILE",
                de:
                    "Nennen Sie eine Aktion und --aware-at ZEIT, eine Aktion und --close --because GRUND, oder --check DATEI"
            )
        case .fromBehindTo:
            Sentence(en: "--from lies after --to", de: "--from liegt nach --to")
        case .whatToPlan:
            Sentence(
                en: "say one of a file and --follow-up CAMPAIGN",
                de: "Nennen Sie entweder eine Datei oder --follow-up AKTION"
            )
        case .detailsWithoutFollowUp:
            Sentence(
                en: "--delivery, --rows and --again need --follow-up CAMPAIGN",
                de: "--delivery, --rows und --again brauchen --follow-up AKTION"
            )
        case .followUpOfFile:
            Sentence(
                en:
                    "--follow-up takes its people and days from the earlier campaign; leave out what speaks of a file: "
                    + "days, services, sites, --real and how to read it",
                de:
                    "--follow-up nimmt Personen und Tage aus der früheren Aktion. Lassen Sie weg, was eine Datei betrifft: "
                    + "Tage, Leistungen, Orte, --real und wie sie gelesen wird"
            )
        case .followUpWithoutTemplate:
            Sentence(
                en: "--follow-up needs --template NAME: what the people are told now",
                de: "--follow-up braucht --template NAME: was die Personen jetzt erfahren"
            )
        case .expectation:
            Sentence(
                en: "--expect needs a number of rows, at most \(RowExpectation.allowed.upperBound)",
                de:
                    "--expect braucht eine Zahl von Zeilen, höchstens \(count: RowExpectation.allowed.upperBound)"
            )
        case .answer, .rows, .allDoubtfulUnlessPhoned, .fineWithoutValue, .addressForValue,
            .addressOfOtherThanOneRow, .sharedWithoutAddress, .startWithoutAddress:
            ofDecision
        case .campaignIsPlanned, .peopleWithoutOutput, .hourOfRehearsal, .rowWithoutTest,
            .testAlone,
            .ruling, .noMessage,
            .allAndSome,
            .logWithRuling,
            .whatToErase, .hold, .keys, .whatToVerify, .keyWithoutProof,
            .key, .noCampaign, .noOutput, .nameWithoutDigest, .digestWithoutName,
            .allWithoutOutput, .movedAndRestored, .outputWithoutRehearsal:
            ofOptions
        case .notADay(let option, let text):
            Sentence(
                en: "\(option): “\(text)” is no day; write 2021-03-16 or 16.03.2021",
                de: "\(option): „\(text)“ ist kein Tag; schreiben Sie 16.03.2021 oder 2021-03-16"
            )
        case .notATime(let option, let text):
            Sentence(
                en: "\(option): “\(text)” is no time; write 2021-03-15T18:00",
                de: "\(option): „\(text)“ ist kein Zeitpunkt; schreiben Sie 2021-03-15T18:00"
            )
        case .notAnHour(let option, let text):
            Sentence(
                en: "\(option): “\(text)” is no time; write 21:00, or 2021-03-15T21:00",
                de:
                    "\(option): „\(text)“ ist kein Zeitpunkt; schreiben Sie 21:00, oder 2021-03-15T21:00"
            )
        case .notAClockTime(let option, let text):
            Sentence(
                en: "\(option): “\(text)” is no time; write 2021-03-16T09:10",
                de: "\(option): „\(text)“ ist kein Zeitpunkt; schreiben Sie 2021-03-16T09:10"
            )
        }
    }

    private var ofDecision: Sentence {
        switch self {
        case .answer:
            Sentence(
                en: "say one of --phone, --leave-out, --fine and --send ADDRESS",
                de: "Nennen Sie genau eines von --phone, --leave-out, --fine und --send ADRESSE"
            )
        case .rows:
            Sentence(
                en: "say which rows: --row N, --value N, or --all-doubtful",
                de: "Sagen Sie, welche Zeilen: --row N, --value N, oder --all-doubtful"
            )
        case .allDoubtfulUnlessPhoned:
            Sentence(
                en: "--all-doubtful goes with --phone alone: nobody is mailed unseen",
                de: "--all-doubtful gibt es nur mit --phone: Niemand wird ungesehen angeschrieben"
            )
        case .fineWithoutValue:
            Sentence(en: "--fine goes with --value alone", de: "--fine gibt es nur mit --value")
        case .addressForValue:
            Sentence(
                en: "--value goes with --fine, --phone or --leave-out",
                de: "--value gibt es mit --fine, --phone oder --leave-out"
            )
        case .addressOfOtherThanOneRow:
            Sentence(
                en: "--send answers for one person: give exactly one --row",
                de: "--send gilt für eine Person: Nennen Sie genau eine --row"
            )
        case .sharedWithoutAddress:
            Sentence(
                en: "--shared-with needs --send ADDRESS",
                de: "--shared-with braucht --send ADRESSE"
            )
        case .startWithoutAddress:
            Sentence(en: "--start needs --send ADDRESS", de: "--start braucht --send ADRESSE")
        case .days, .reportForm, .incident, .fromBehindTo, .whatToPlan, .detailsWithoutFollowUp,
            .followUpOfFile, .followUpWithoutTemplate, .expectation, .ruling, .noMessage,
            .allAndSome,
            .logWithRuling,
            .whatToErase, .hold, .keys, .whatToVerify, .keyWithoutProof, .key, .noCampaign,
            .noOutput, .nameWithoutDigest, .digestWithoutName, .allWithoutOutput,
            .movedAndRestored, .outputWithoutRehearsal, .notADay, .notATime, .notAClockTime,
            .notAnHour, .campaignIsPlanned,
            .peopleWithoutOutput, .hourOfRehearsal, .rowWithoutTest, .testAlone:
            .empty
        }
    }

    private var ofOptions: Sentence {
        switch self {
        case .campaignIsPlanned:
            Sentence(
                en:
                    "a campaign is planned already; days, services, sites and how to read a file go with a file",
                de:
                    "Eine Aktion ist schon geplant; Tage, Leistungen, Orte und wie eine Datei gelesen wird, gehören zu einer Datei"
            )
        case .peopleWithoutOutput:
            Sentence(
                en: "--with-people needs --output FILE",
                de: "--with-people braucht --output DATEI"
            )
        case .hourOfRehearsal:
            Sentence(
                en: "--at goes without --rehearse",
                de: "--at gibt es nur ohne --rehearse"
            )
        case .rowWithoutTest:
            Sentence(en: "--row needs --test ADDRESS", de: "--row braucht --test ADRESSE")
        case .testAlone:
            Sentence(
                en: "--test goes without --rehearse, --output and --at",
                de: "--test gibt es nur ohne --rehearse, --output und --at"
            )
        case .ruling:
            Sentence(
                en: "say one of --accepted and --resend",
                de: "Nennen Sie eines von --accepted und --resend"
            )
        case .noMessage:
            Sentence(
                en:
                    "say which: --row N, --message ID or --all-unknown, or where to look: --from-log FILE",
                de:
                    "Sagen Sie, welche: --row N, --message KENNUNG oder --all-unknown, oder wo zu suchen ist: --from-log DATEI"
            )
        case .allAndSome:
            Sentence(
                en: "say either --all-unknown or which ones",
                de: "Nennen Sie entweder --all-unknown, oder welche"
            )
        case .logWithRuling:
            Sentence(
                en:
                    "--from-log finds the messages by itself, and never shows that one must go again: leave out "
                    + "--row, --message and --resend",
                de:
                    "--from-log findet die Nachrichten selbst und zeigt nie, dass eine noch einmal gehen muss: Lassen Sie "
                    + "--row, --message und --resend weg"
            )
        case .whatToErase:
            Sentence(
                en: "say one of a campaign and --due",
                de: "Nennen Sie entweder eine Aktion oder --due"
            )
        case .hold:
            Sentence(
                en: "say one of --because REASON and --lift",
                de: "Nennen Sie eines von --because GRUND und --lift"
            )
        case .keys:
            Sentence(
                en: "say one of --rotate and --lost; --old-office-key goes with --rotate",
                de: "Nennen Sie eines von --rotate und --lost; --old-office-key gehört zu --rotate"
            )
        case .whatToVerify:
            Sentence(
                en: "say one of a campaign and --proof FILE",
                de: "Nennen Sie entweder eine Aktion oder --proof DATEI"
            )
        case .keyWithoutProof:
            Sentence(en: "--key goes with --proof FILE", de: "--key gehört zu --proof DATEI")
        case .key:
            Sentence(
                en: "--key needs the 64 hexadecimal digits that “check” shows",
                de: "--key braucht die 64 hexadezimalen Ziffern, die „check“ zeigt"
            )
        case .noCampaign:
            Sentence(en: "say which campaign", de: "Sagen Sie, welche Aktion")
        case .noOutput:
            Sentence(
                en: "say where to write the proof: --output FILE",
                de: "Sagen Sie, wohin der Nachweis geschrieben werden soll: --output DATEI"
            )
        case .nameWithoutDigest:
            Sentence(en: "--by needs --digest HEX", de: "--by braucht --digest PRÜFSUMME")
        case .digestWithoutName:
            Sentence(en: "--digest needs --by NAME", de: "--digest braucht --by NAME")
        case .allWithoutOutput:
            Sentence(en: "--all needs --output DIR", de: "--all braucht --output ORDNER")
        case .movedAndRestored:
            Sentence(
                en: "say one of --moved and --restored",
                de: "Nennen Sie eines von --moved und --restored"
            )
        case .outputWithoutRehearsal:
            Sentence(en: "--output needs --rehearse", de: "--output braucht --rehearse")
        case .days, .reportForm, .incident, .fromBehindTo, .whatToPlan, .detailsWithoutFollowUp,
            .followUpOfFile, .followUpWithoutTemplate, .expectation, .answer, .rows,
            .allDoubtfulUnlessPhoned, .fineWithoutValue, .addressForValue,
            .addressOfOtherThanOneRow, .sharedWithoutAddress, .startWithoutAddress, .notADay,
            .notATime, .notAClockTime, .notAnHour:
            .empty
        }
    }
}
