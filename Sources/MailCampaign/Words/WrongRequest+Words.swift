package import MailCore

extension WrongRequest: PrintableError {
    package var words: Printable {
        switch self {
        case .noTemplateName(let name): "“\(name)” is no name of a template"
        case .noIncident(let campaign):
            "no incident of \(campaign) is open; open one with --aware-at TIME: since when somebody knows"
        case .awareLater: "--aware-at lies in the future; nothing was changed"
        case .templateForFollowUps(let name):
            "--template \(name): it does not say that appointments are cancelled, so it is for people of an "
                + "earlier campaign: einzelpost plan --follow-up CAMPAIGN --template \(name). Nothing was stored"
        case .nothingToLeaveOut(let row):
            "--leave-out \(row): that row would not get a message anyway; nothing was stored"
        case .notLikeATest(let row):
            "--real \(row): that row does not look like a test or a blocked slot, so nothing has "
                + "to be said about it; nothing was stored"
        case .rowWithoutMessage(let row, let campaign):
            "row \(row) has no message; see: einzelpost rows \(campaign)"
        case .nobodyToFollow(let campaign, let states):
            "no message of \(campaign) that can be followed is \(states); see: einzelpost status \(campaign), and "
                + "choose with --delivery. Nothing was stored"
        case .notWrittenTo(let row, let campaign, let states):
            "--rows \(row): that row of \(campaign) has no message that is \(states); see: einzelpost rows "
                + "\(campaign), and choose with --delivery. Nothing was stored"
        case .noApproverName:
            "--by needs a name that can be read; nothing was approved"
        case .nobodyNamed:
            "nobody was named: type an address or a booking reference, and on further lines what tells "
                + "people apart who share it"
        case .nothingInterrupted: "no campaign is interrupted; see: einzelpost status"
        case .severalInterrupted(let names):
            "several campaigns are interrupted; say which: \(names.joined(separator: ", "))"
        case .address(.notGiven): "--send -: standard input is empty; nothing was changed"
        case .unknownLayout(let name):
            "--profile \(name): neither a known layout (\(ReadingChoice.profiles.joined(separator: ", "))) nor a file that "
                + "can be read"
        case .noneRefused(let reply, let campaign):
            "--retry-refused \(reply): no message of \(campaign) was refused with that; see: einzelpost rows "
                + "\(campaign) --delivery refused. Nothing was changed or sent"
        case .hourHasPassed(let typed): "--at \(typed): that time has passed; nothing was sent"
        case .hourTooLate(let first):
            "the first appointment is at \(first), so somebody would be told too late; begin earlier. Nothing was sent"
        case .negativeHeaderRow: "--header-row needs 0 or more"
        case .reading(let option, let value, let allowed):
            "\(option): “\(value)” is not one of \(allowed.joined(separator: ", "))"
        case .address(.none): "--send: there is no address; nothing was changed"
        case .address(.several):
            "--send: that is more than one address; choose one. Nothing was changed"
        case .address(.invalid(let reason)):
            "--send: that is not an address: \(reason) Nothing was changed"
        case .unclearStart(let reason): "--start: \(reason) Nothing was changed"
        }
    }
}
