import MailCore

extension Visit {
    /// What somebody must be allowed to do for this; nil where any right is enough.
    ///
    /// To look is everybody's who is known, with people masked; so is *Anhalten*, which can do no harm.
    var neededRight: ConsoleRight? {
        switch path.first {
        case "datei": .plan
        case "k": neededForCampaign
        default: nil
        }
    }

    private var neededForCampaign: ConsoleRight? {
        switch (path.count > 2 ? path[2] : "", isPost) {
        case ("zweifel", true): .plan
        case ("freigabe", _): .approve
        case ("versand", true), ("testnachricht", _): .send
        case ("aufdecken", _), ("liste", _): .lists
        case ("nachweis", _), ("bericht", _), ("nachpruefung", _): .audit
        default: nil
        }
    }
}
