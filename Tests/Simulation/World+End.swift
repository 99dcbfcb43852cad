import MailCore
import MailJournal
import TestSupport

/// What a sensible person does in good weather, until nothing is left: from every state there must be a way.
extension World {
    /// More than any campaign of a dozen needs.
    private static let mostRounds = 40

    func bringToEnd() throws {
        trace.note("good weather")
        for round in 0..<Self.mostRounds {
            isMended = round > 1
            if truth.isFrozen { try play(.thaw) }
            if standing.values.contains(.unknown) { try play(.resolve(truly: true)) }
            try play(.run(Course.Run(weather: [], troubles: [], seed: chance.next())))
            guard breach == nil else { return }
            if isFinished { return try checkAtEnd(round) }
        }
        note(.wayOut, "not finished after \(Self.mostRounds) rounds")
    }

    private func checkAtEnd(_ round: Int) throws {
        trace.note("finished after \(round) rounds")
        try command { program in
            try checkChain(program.journal, program.journal.campaign(template.campaign))
            let failures = try program.journal.integrity()
            require(failures.isEmpty, .chainWhole, failures.joined(separator: "; "))
        }
    }
}
