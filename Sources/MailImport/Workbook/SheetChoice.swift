import MailCore

/// Which sheet of a workbook is read: the first, or the one that the operator names.
struct SheetChoice {
    /// In the order of the tabs.
    let sheets: [WorkbookDirectory.Sheet]

    /// The index of the sheet that is read.
    ///
    /// A hidden sheet is read only by its name: nobody names it by mistake.
    ///
    /// - Parameter word: The name of a sheet or, if none is called so, its number from 1; nil for
    ///   the first sheet.
    /// - Returns: The index of a sheet, of whatever kind.
    /// - Throws: `ScheduleError` if there is no such sheet, or if it is not certain which is meant.
    func index(of word: String?) throws(ScheduleError) -> Int {
        guard let first = sheets.first else { throw WorkbookRefusal.noSheet.error }
        if let word {
            if let index = try named(word) { return index }
            return try numbered(word)
        }
        guard !first.isHidden else {
            throw error(
                Sentence(
                    en: "The first sheet of the workbook is hidden, so people see another one.",
                    de:
                        "Das erste Blatt der Arbeitsmappe ist ausgeblendet; wer sie öffnet, sieht ein anderes."
                )
            )
        }
        return 0
    }

    /// Exact spelling first, then as words are compared: without case, `ä` as `ae`, blanks as one.
    private func named(_ word: String) throws(ScheduleError) -> Int? {
        var matches = sheets.indices.filter { sheets[$0].name == word }
        let key = word.folded
        if matches.isEmpty, !key.isEmpty {
            matches = sheets.indices.filter { sheets[$0].name.folded == key }
        }
        guard matches.count <= 1 else {
            throw error(
                Sentence(
                    en: "Several sheets are called like \"\(word)\".",
                    de: "Mehrere Blätter heißen „\(word)“."
                )
            )
        }
        return matches.first
    }

    /// By its number, as long as that is the same whether or not hidden sheets are counted.
    private func numbered(_ word: String) throws(ScheduleError) -> Int {
        guard let number = Int(word.trimmed), (1...sheets.count).contains(number) else {
            throw error(
                Sentence(en: "No sheet is called \"\(word)\".", de: "Kein Blatt heißt „\(word)“.")
            )
        }
        guard !sheets.prefix(number).contains(where: \.isHidden) else {
            throw error(
                Sentence(
                    en:
                        "It is not certain which sheet number \(number) is, because hidden sheets may count or not.",
                    de:
                        "Es ist nicht sicher, welches Blatt Nummer \(number) ist, weil ausgeblendete Blätter mitzählen können oder nicht."
                )
            )
        }
        return number - 1
    }

    private func error(_ what: Sentence) -> ScheduleError {
        let known = sheets.indices.filter { sheets[$0].part != nil }.map(shown)
        let list = known.isEmpty ? Sentence.empty : Sentence(same: ": \(known.spoken)")
        return ScheduleError(
            message: Sentence(
                en: "\(what) Name the one that is meant with --sheet NAME\(list).",
                de: "\(what) Nennen Sie das gemeinte mit --sheet NAME\(list)."
            )
        )
    }

    /// A sheet, as people may be told of it.
    func shown(_ index: Int) -> WorkbookSheet {
        WorkbookSheet(
            number: index + 1,
            name: MaskedExample.sheet(sheets[index].name),
            isHidden: sheets[index].isHidden
        )
    }
}
