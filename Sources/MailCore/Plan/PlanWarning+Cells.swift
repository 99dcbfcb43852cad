extension PlanWarning {
    var ofCells: Sentence {
        let asWritten = Sentence(
            en: "Use the export as the booking system writes it.",
            de: "Verwenden Sie den Export, wie das Buchungssystem ihn schreibt."
        )
        let compare = Sentence(
            en: "Compare some of them with the booking system.",
            de: "Vergleichen Sie stichprobenweise mit dem Buchungssystem."
        )
        return switch self {
        case .damagedReferences(let cells, let header):
            Sentence(
                en: "\(cells, "cell", "cells") of the column \"\(header)\" hold what a "
                    + "spreadsheet has made of a reference, a rounded number or a day: letters go "
                    + "without it. \(asWritten)",
                de:
                    "In \(cells, "Zelle", "Zellen") der Spalte „\(header)“ hat eine Tabellenkalkulation aus der Buchungsnummer "
                    + "eine gerundete Zahl oder einen Tag gemacht: Die Nachrichten gehen ohne sie hinaus. \(asWritten)"
            )
        case .roundedPhones(let rows, let header):
            Sentence(
                en: "\(rows, "row", "rows") of the column \"\(header)\" hold a phone number that "
                    + "a spreadsheet has rounded, which cannot be dialled. \(asWritten)",
                de:
                    "In \(rows, "Zeile", "Zeilen") der Spalte „\(header)“ hat eine Tabellenkalkulation die Telefonnummer "
                    + "gerundet; sie ist nicht zu wählen. \(asWritten)"
            )
        case .zerolessPhones(let count, let header):
            Sentence(
                en:
                    "\(count, "phone number", "phone numbers") of the column \"\(header)\" have lost the zero "
                    + "or the plus in front, as a spreadsheet does with numbers: put it back when you "
                    + "call, or use the export as the booking system writes it.",
                de:
                    "In der Spalte „\(header)“ \(count == 1 ? "hat" : "haben") \(count, "Telefonnummer", "Telefonnummern") die Null oder das "
                    + "Plus am Anfang verloren, wie eine Tabellenkalkulation es mit Zahlen macht: Ergänzen Sie es beim Anrufen, "
                    + "oder verwenden Sie den Export, wie das Buchungssystem ihn schreibt."
            )
        case .webLetters(let rows):
            Sentence(
                en:
                    "\(rows, "row", "rows") held letters as web pages spell them, such as &uuml;: they "
                    + "were read as those letters. Look at the names that preview shows.",
                de:
                    "In \(rows, "Zeile", "Zeilen") standen Buchstaben, wie Webseiten sie schreiben, etwa &uuml;: Sie wurden als "
                    + "diese Buchstaben gelesen. Sehen Sie sich die Namen mit preview an."
            )
        case .shortRows(let count):
            Sentence(
                en:
                    "\(count, "row", "rows") ended before the last column; the missing cells were taken "
                    + "for empty (--short-rows). \(compare)",
                de:
                    "\(count, "Zeile endete", "Zeilen endeten") vor der letzten Spalte; die fehlenden Zellen gelten als leer "
                    + "(--short-rows). \(compare)"
            )
        case .filledRows(let count, let headers):
            Self.filled(count, headers, compare)
        case .emptyDayCells(let rows, let header):
            Sentence(
                en:
                    "\(rows, "row", "rows") without a day in the column \"\(header)\" below one that has one: if "
                    + "a day stands once for all rows below it, say --fill-down \"\(header)\".",
                de:
                    "\(rows, "Zeile", "Zeilen") ohne Tag in der Spalte „\(header)“, unter einer, die einen hat: Steht ein Tag "
                    + "einmal für alle Zeilen darunter, nehmen Sie --fill-down \"\(header)\"."
            )
        case .cancellingRemarks(let cells, let header, let word):
            Sentence(
                en:
                    "\(cells, "cell", "cells") of the column \"\(header)\", which is not kept, "
                    + "\(cells == 1 ? "begins" : "begin") with a word for a cancellation, such as “\(word)”: "
                    + "--map \"status=\(header)\" takes such cells into account.",
                de:
                    "\(cells, "Zelle beginnt", "Zellen beginnen") mit einem Wort für eine Absage, etwa „\(word)“, in der Spalte "
                    + "„\(header)“, die nicht verwendet wird: --map \"status=\(header)\" berücksichtigt sie."
            )
        case .unlikeNames, .sortedAlone: ofShift
        default: .empty
        }
    }

    private static func filled(_ count: Int, _ headers: [String], _ compare: Sentence) -> Sentence {
        let english = headers.map { "\"\($0)\"" }.joined(separator: " and ")
        let german = headers.map { "„\($0)“" }.joined(separator: " und ")
        return Sentence(
            en: "\(count, "row", "rows") took the value of \(english) from a row above "
                + "(--fill-down). \(compare)",
            de:
                "\(count, "Zeile hat", "Zeilen haben") den Wert von \(german) aus einer Zeile darüber (--fill-down). \(compare)"
        )
    }

    private var ofShift: Sentence {
        switch self {
        case .unlikeNames(let alike, let compared):
            Sentence(
                en:
                    "Only \(alike) of \(compared) e-mail addresses are like the name beside them; in "
                    + "most schedules more than half are. A column may have been sorted without the "
                    + "others: compare some rows with the booking system.",
                de:
                    "Nur \(count: alike) von \(count: compared) E-Mail-Adressen gleichen dem Namen daneben; meist ist es mehr als "
                    + "die Hälfte. Vielleicht wurde eine Spalte ohne die anderen sortiert: Vergleichen Sie einige Zeilen mit dem "
                    + "Buchungssystem."
            )
        case .sortedAlone(let misplaced, let compared, let own):
            Sentence(
                en:
                    "\(misplaced) e-mail addresses of the first \(compared) rows are like the name of "
                    + "another row, and only \(own) like the name beside them. A column was probably "
                    + "sorted without the others, and people would get each other's messages: compare "
                    + "some rows with the booking system before you approve.",
                de:
                    "\(count: misplaced) E-Mail-Adressen der ersten \(count: compared) Zeilen gleichen dem Namen einer anderen "
                    + "Zeile, und nur \(count: own) dem Namen daneben. Vermutlich wurde eine Spalte ohne die anderen sortiert, und "
                    + "jeder bekäme die Nachricht eines anderen: Vergleichen Sie einige Zeilen mit dem Buchungssystem, bevor Sie "
                    + "freigeben."
            )
        default: .empty
        }
    }
}
