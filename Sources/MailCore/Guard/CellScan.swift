/// Looks for what may be somebody else's in the recipient's own cells.
///
/// Whatever stands there came from the recipient's row, so no fault of the program brought it into the
/// message: a person says whether it may be told.
struct CellScan {
    let values: CampaignValues
    let fixed: FixedText
    /// The authority's addresses and the recipient's.
    let addresses: AddressScan

    /// What is to be asked, in the order of the cells.
    func questions(about own: OwnValues) -> [GuardFinding] {
        var seen: Set<GuardFinding> = []
        return own.cells.flatMap { questions(about: $0, of: own) }
            .filter { seen.insert($0).inserted }
    }

    /// What is to be asked about one cell.
    func questions(about cell: OwnCell, of own: OwnValues) -> [GuardFinding] {
        // A place of the authority is called as it likes.
        if cell.column == .place, values.isPlace(cell.text) { return [] }
        if values.isAllowed(cell, of: own.rows) { return [] }
        let strangers = addresses.strangers(in: cell.text).map { stranger in
            let owner = values.stranger(with: AddressScan.key(of: stranger), besides: [])
            return question(.address, cell, owner?.row)
        }
        return strangers + cell.readings.flatMap { questions(about: $0, of: cell, own) }
    }

    private func questions(
        about list: WordList,
        of cell: OwnCell,
        _ own: OwnValues
    ) -> [GuardFinding] {
        var found: [GuardFinding] = []
        for start in list.words.indices {
            let isPostcode = cell.column == .place && list.isPostcode(start)
            list.forEachCode(from: start) { end, key in
                guard !(isPostcode && end == start), !fixed.codes.contains(key),
                    !own.codes.contains(key),
                    let owner = values.stranger(with: key, besides: own.rows)
                else { return }
                found.append(question(owner.kind, cell, owner.row))
            }
            // What two people were told of a place is no slip in one of their cells.
            if cell.column != .place || values.people(at: cell.text) < 2,
                isStrangePhone(at: start, in: list, own)
            {
                found.append(question(.phone, cell, nil))
            }
            switch cell.column {
            case .place:
                list.forEachName(from: start) { end, key in
                    guard end > start, !own.names.contains(key),
                        let owner = values.stranger(with: key, besides: own.rows)
                    else { return }
                    found.append(question(owner.kind, cell, owner.row))
                }
                if isStrangeEnding(list.words[start], own) {
                    found.append(question(.reference, cell, nil))
                }
            // In their own name everybody may be called like others, but nobody by a number.
            case .name:
                if let key = ValueKey.shortReference(list.octets[list.words[start].range]),
                    let owner = values.stranger(with: key, besides: own.rows)
                {
                    found.append(question(owner.kind, cell, owner.row))
                }
            case .reference: break
            }
        }
        return found
    }

    private func question(
        _ kind: GuardFinding.Kind,
        _ cell: OwnCell,
        _ row: Int32?
    ) -> GuardFinding {
        .inCell(kind, column: cell.column, row: row.map(Int.init))
    }

    /// Nobody's here, but it looks like a number to dial: an area code, or a plus, or many digits
    /// in one; rooms, hours and days begin with two digits.
    private func isStrangePhone(at start: Int, in list: WordList, _ own: OwnValues) -> Bool {
        let word = list.words[start]
        let digits = list.octets[word.range]
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        let isAreaCode = digits.count >= 3 && (zeros == 1 || digits.starts(with: "0049".utf8))
        guard word.gap.contains(.plus) || isAreaCode && !list.isInRow(start) else { return false }
        return list.isDialled(from: start) { key in
            fixed.codes.contains(key) || own.codes.contains(key)
                || values.stranger(with: key, besides: []) != nil
        }
    }

    /// The shortened reference of somebody; the recipient's own stands in another column.
    private func isStrangeEnding(_ word: WordList.Word, _ own: OwnValues) -> Bool {
        guard word.gap.contains(.ellipsis), word.hasDigit else { return false }
        return !own.cells.contains { cell in
            cell.column == .reference && cell.readings[0].words.contains { $0.hash == word.hash }
        }
    }
}

extension WordList {
    /// One of the numbers of a room or a day, `02.01.034`: no area code follows a number and a dot.
    fileprivate func isInRow(_ index: Int) -> Bool {
        index > 0 && words[index].gap.contains(.clock) && words[index - 1].isNumber
    }

    /// Five digits in front of a town.
    fileprivate func isPostcode(_ index: Int) -> Bool {
        guard words[index].isNumber, words[index].range.count == 5, index + 1 < words.count else {
            return false
        }
        return !words[index + 1].hasDigit && words[index + 1].gap.contains(.joinsCode)
    }
}
