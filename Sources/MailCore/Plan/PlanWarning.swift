/// What planning has noticed and whoever approves should know.
///
/// Never personal data; headers are shown as the file writes them.
package enum PlanWarning: Coded {
    case hiddenSheet
    /// `isChosen`: whether somebody said which sheet is read.
    case furtherSheets(count: Int, isChosen: Bool)
    case otherWorkbooks(count: Int)
    case hiddenColumns(count: Int)
    case formulasWithoutValue(count: Int)
    case errorCells(count: Int)
    case mergedRanges(count: Int)
    case damagedReferences(cells: Int, header: String)
    case roundedPhones(rows: Int, header: String)
    case zerolessPhones(count: Int, header: String)
    case webLetters(rows: Int)
    /// Each row says whose clock it is on; or all are on another one than they are told in.
    case zoneColumn(header: String, told: String)
    case otherZone(read: String, told: String)
    case shortRows(count: Int)
    case filledRows(count: Int, headers: [String])
    case emptyDayCells(rows: Int, header: String)
    case cancellingRemarks(cells: Int, header: String, word: String)
    case unlikeNames(alike: Int, compared: Int)
    case sortedAlone(misplaced: Int, compared: Int, own: Int)
    case noChosenDay(first: String, last: String)
    case oddDays(chosen: Int, empty: DayList?, odd: DayList?, median: Int?)
    case yearSlip(rows: Int, isBefore: Bool, days: DayList)
    case otherDayInName(given: String, name: String)
    case oldFile(age: Age)
    /// What the title says, with a time where it has one.
    case oldTitle(day: String, time: String?, age: Age)
    case severalSites(count: Int)
    case severalServices(count: Int)
    case toldByFollowUp(rows: Int, campaign: String)
    case plannedFollowUp(rows: Int, campaign: String)
    case erasedPeople(messages: Int, campaign: String)
    case inLetter(finding: GuardFinding)
    case template(finding: LintFinding)

    /// Days, each as `2021-03-16` with its rows: the first few of them.
    package struct DayList: Codable, Hashable, Sendable {
        package struct Entry: Codable, Hashable, Sendable {
            let day: String
            let rows: Int
        }

        let count: Int
        let first: [Entry]

        package init(_ days: [LocalDay], rows: (LocalDay) -> Int) {
            count = days.count
            first = days.prefix(3).map { Entry(day: "\($0)", rows: rows($0)) }
        }
    }

    /// How old something is, as exactly as it matters.
    package enum Age: Codable, Hashable, Sendable {
        case minutes(count: Int)
        case hours(count: Int)
        case days(count: Int)
    }

    private enum CodingKeys: String, CodingKey {
        case hiddenSheet = "hidden-sheet"
        case furtherSheets = "further-sheets"
        case otherWorkbooks = "other-workbooks"
        case hiddenColumns = "hidden-columns"
        case formulasWithoutValue = "formulas-without-value"
        case errorCells = "error-cells"
        case mergedRanges = "merged-ranges"
        case damagedReferences = "damaged-references"
        case roundedPhones = "rounded-phones"
        case zerolessPhones = "zeroless-phones"
        case webLetters = "web-letters"
        case zoneColumn = "zone-column"
        case otherZone = "other-zone"
        case shortRows = "short-rows"
        case filledRows = "filled-rows"
        case emptyDayCells = "empty-day-cells"
        case cancellingRemarks = "cancelling-remarks"
        case unlikeNames = "unlike-names"
        case sortedAlone = "sorted-alone"
        case noChosenDay = "no-chosen-day"
        case oddDays = "odd-days"
        case yearSlip = "year-slip"
        case otherDayInName = "other-day-in-name"
        case oldFile = "old-file"
        case oldTitle = "old-title"
        case severalSites = "several-sites"
        case severalServices = "several-services"
        case toldByFollowUp = "told-by-follow-up"
        case plannedFollowUp = "planned-follow-up"
        case erasedPeople = "erased-people"
        case inLetter = "in-letter"
        case template
    }
}
