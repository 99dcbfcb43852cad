package import MailCore
import MailJournal

extension Listing {
    /// What was written, and what has to be done with it.
    ///
    /// - Parameters:
    ///   - kind: Only those; nil for everybody.
    ///   - output: The file.
    /// - Returns: A few lines.
    package func text(_ kind: ContactChannel?, in output: String) -> Printable {
        let ways = list.ways
        let written = list.entries(kind).count
        return
            ([
                "\(output): \(written) appointments, the earliest first",
                "People whom no message has told, in total:",
            ]
            + ContactChannel.allCases.map { way -> Printable in
                Printable(ways[way] ?? 0).leftPadded(to: 8) + "  " + way.explanation
            } + [destruction])
            .joined(separator: "\n")
    }

    private var destruction: Printable {
        let day = lastDay
        let german = [day.day, day.month].map { ($0 < 10 ? "0" : "") + "\($0)." }.joined()
        return "The file names people: destroy it and all copies by \(day), and write on "
            + "print-outs “vernichten bis \(german)\(day.year)”."
    }

    /// Who may be missing on the list, and where to look for them.
    package var warnings: [Printable] {
        let id = campaign.id
        var warnings: [Printable] = []
        if underWay > 0 {
            let unlisted: Printable =
                callHours.map {
                    "of their people only those are on the list whose appointment is in less than "
                        + "\($0.with("hour")), as still trying"
                } ?? "their people are not on the list"
            warnings.append(
                "\(underWay.with("message has", "messages have")) not come to an end yet, and "
                    + unlisted + ". Write it again, in any case when sending has ended: einzelpost "
                    + "status \(id)"
            )
        }
        if let sentence = UnreadRows.sentence(unread, of: id) {
            warnings.append("\(sentence). Their people are on no list")
        }
        if tests > 0 {
            warnings.append(
                "\(tests.with("row looks", "rows look")) like tests or blocked slots, on no list; see "
                    + "whether one is a real person: einzelpost rows \(id) --class test-or-block"
            )
        }
        return warnings
    }
}

extension ContactChannel {
    fileprivate var explanation: Printable {
        switch self {
        case .phone: "by phone"
        case .letter: "by letter: no phone number"
        case .door: "at the entrance: no phone number, and too soon for a letter"
        }
    }

    private var condition: String {
        switch self {
        case .phone: "there is a phone number"
        case .letter: "no number; the booking reference is there, to look the address up"
        case .door: "no number, and less than \(Self.daysOfLetter) days to go: for the entrance"
        }
    }

    /// Every kind of list with who stands on it, a line for each.
    package static var overview: String {
        let width = allCases.map(\.rawValue.count).max() ?? 0
        return allCases.map { kind in
            let space = String(repeating: " ", count: width - kind.rawValue.count + 3)
            return "  \(kind.rawValue)\(space)\(kind.condition)"
        }.joined(separator: "\n")
    }
}

extension UnreachedCause {
    /// Every cause by its name.
    package static var overview: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
