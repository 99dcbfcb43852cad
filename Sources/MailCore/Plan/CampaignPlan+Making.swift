package import struct Foundation.Date
package import struct Foundation.TimeZone

extension CampaignPlan {
    /// Turns classified rows into messages, and renders and guards every one of them; a row whose own
    /// cells may tell of somebody else gets none until a person has decided.
    ///
    /// - Parameters:
    ///   - rows: Every row of the schedule.
    ///   - letter: What the messages say.
    ///   - date: Stands in for the date of sending; it is no part of any digest.
    ///   - timeZone: The authority's.
    ///   - together: Which rows one message tells of, by a number that they share; nil to find the people
    ///     of the schedule.
    ///   - generator: Names the messages.
    /// - Throws: `PlanError` if one message cannot be written, or holds something that must not
    ///   go and that no cell of its row explains.
    package init(
        rows: [ClassifiedRow],
        letter: Letter,
        date: Date,
        timeZone: TimeZone,
        together: [Int: Int64]? = nil,
        using generator: inout some RandomNumberGenerator
    ) throws(PlanError) {
        var rows = Self.withoutLeftovers(rows)
        let messageGuard = MessageGuard(letter: letter, values: CampaignValues(rows))
        let inLetter = messageGuard.findingsInLetter()
        var messages: [PlannedMessage] = []
        var guarded: [PlanError.Guarded] = []
        var asked = PlanQuestions(inLetter: inLetter)
        let drafts = Self.recipients(of: rows, together: together).map {
            ($0, MessageID(using: &generator))
        }
        let judged = drafts.parallelMap(each: { RememberingGuard(messageGuard) }) { judge, draft in
            JudgedMessage(to: draft.0, draft.1, letter, &judge, date, timeZone)
        }
        for ((recipient, id), judged) in zip(drafts, judged) {
            let digest: Digest
            do {
                digest = try judged.digest.get()
            } catch {
                throw .notWritable(row: recipient.appointments[0].row, reason: error)
            }
            if let finding = judged.findings.first(where: { !$0.isQuestion }) {
                guarded.append(.init(row: recipient.appointments[0].row, finding: finding))
            }
            let isAsked = asked.ask(judged.findings, about: recipient) {
                messageGuard.cellsAskedAbout(of: recipient)
            }
            guard !isAsked else { continue }
            messages.append(PlannedMessage(id: id, recipient: recipient, digest: digest))
        }
        guard guarded.isEmpty else { throw .guarded(guarded) }
        questions = asked.put(to: &rows)
        self.rows = rows
        self.messages = messages
        warnings = inLetter.map { .inLetter(finding: $0) }
    }

    /// Most rows stay as they are: the array is copied only if one does not.
    private static func withoutLeftovers(_ rows: [ClassifiedRow]) -> [ClassifiedRow] {
        var rows = rows
        for place in rows.indices {
            let row = rows[place].withoutLeftovers
            if row.rowClass != rows[place].rowClass { rows[place] = row }
        }
        return rows
    }

    /// A name that lost letters belongs to the one person at its address who may be meant; where two
    /// may be, it stays by itself.
    private static func join(_ people: inout [PersonKey: [Int]]) {
        let damaged = people.keys.filter(\.isDamaged)
        guard !damaged.isEmpty else { return }
        let addresses = Set(damaged.map(\.address))
        let neighbours = Dictionary(
            grouping: people.keys.filter { addresses.contains($0.address) },
            by: \.address
        )
        for key in damaged.sorted(by: { $0.identity[1] < $1.identity[1] }) {
            let meant = neighbours[key.address, default: []].filter { other in
                other != key && people[other] != nil && key.means(other)
            }
            guard meant.count == 1, let places = people.removeValue(forKey: key) else { continue }
            people[meant[0], default: []] += places
            people[meant[0]]?.sort()
        }
    }

    /// The places of the rows of each person.
    private static func places(of rows: [ClassifiedRow]) -> [[Int]] {
        var people: [PersonKey: [Int]] = [:]
        for (place, row) in rows.enumerated() where row.rowClass == .send {
            guard let contact = row.contact, let address = contact.address, row.start != nil
            else { preconditionFailure("a row of class send has an address and a start") }
            people[PersonKey(contact, address: address), default: []].append(place)
        }
        join(&people)
        return Array(people.values)
    }

    /// Those whom an earlier campaign told in one message stay together, and nobody else joins them.
    private static func places(
        of rows: [ClassifiedRow],
        together: [Int: Int64]
    ) -> [[Int]] {
        var messages: [Int64: [Int]] = [:]
        for (place, row) in rows.enumerated() where row.rowClass == .send {
            guard let number = together[row.row] else {
                preconditionFailure("a row of a follow-up had a message")
            }
            messages[number, default: []].append(place)
        }
        return Array(messages.values)
    }

    /// One recipient for each person among the rows to send, the earliest appointment first.
    static func recipients(
        of rows: [ClassifiedRow],
        together: [Int: Int64]? = nil
    ) -> [Recipient] {
        let people = together.map { places(of: rows, together: $0) } ?? places(of: rows)
        return people.compactMap { places in
            guard let contact = rows[places[0]].contact, let address = contact.address else {
                return nil
            }
            return Recipient(
                address: address,
                name: contact.name,
                appointments: places.flatMap { rows[$0].appointments }
            )
        }.sorted { left, right in
            let (first, second) = (left.appointments[0], right.appointments[0])
            return (first.start, first.row) < (second.start, second.row)
        }
    }
}

/// What the guard says of one message.
private struct JudgedMessage: Sendable {
    let digest: Result<Digest, RenderError>
    let findings: [GuardFinding]

    init(
        to recipient: Recipient,
        _ id: MessageID,
        _ letter: Letter,
        _ judge: inout RememberingGuard,
        _ date: Date,
        _ timeZone: TimeZone
    ) {
        do throws(RenderError) {
            let message = try OutgoingMessage.render(
                for: recipient,
                on: letter,
                id: id,
                date: date,
                in: timeZone
            )
            digest = .success(message.digest)
            findings = judge.findings(in: message, for: recipient)
        } catch {
            digest = .failure(error)
            findings = []
        }
    }
}

extension ClassifiedRow {
    /// What its person's message tells.
    var appointments: [Appointment] {
        starts.map {
            Appointment(
                row: row,
                start: $0,
                site: contact?.site,
                reference: contact?.reference
            )
        }
    }
}

/// Why a plan cannot be made (exit code 65 for rows, 3 for the guard).
///
/// Never personal data.
package enum PlanError: PrintableError, Hashable, Sendable {
    case notWritable(row: Int, reason: RenderError)
    case guarded([Guarded])

    /// A row whose message the guard holds back.
    package struct Guarded: Hashable, Sendable {
        package let row: Int
        package let finding: GuardFinding

        package init(row: Int, finding: GuardFinding) {
            self.row = row
            self.finding = finding
        }
    }

    package var words: Sentence {
        switch self {
        case .notWritable(let row, let reason):
            Sentence(
                en: "row \(row): no message can be written: \(reason)",
                de: "Zeile \(row): Es lässt sich keine Nachricht schreiben: \(reason)"
            )
        case .guarded(let rows): Self.guarded(rows)
        }
    }

    private static func guarded(_ rows: [Guarded]) -> Sentence {
        let (shown, more) = (rows.prefix(20), rows.count - 20)
        let lines = shown.map { guarded in
            Sentence(
                en: "  row \(guarded.row): \(guarded.finding)",
                de: "  Zeile \(guarded.row): \(guarded.finding)"
            )
        }
        let rest = Sentence(en: "  … and \(more) more", de: "  … und \(count: more) weitere")
        return Sentence(
            en:
                "the guard will not let \(rows.count, "message", "messages") go: something stands there that "
                + "neither the letter nor a cell of its row has brought in. No row can be blamed for "
                + "it: look at the template first; if that is in order, the program is at fault, so "
                + "send nothing with it. Nothing was stored.\n",
            de:
                "Der Wächter hält \(rows.count, "Nachricht", "Nachrichten") zurück: Dort steht etwas, das "
                + "weder aus dem Schreiben noch aus der eigenen Zeile stammt. An den Zeilen liegt es nicht: "
                + "Bitte sehen Sie zuerst die Vorlage an. Ist sie in Ordnung, liegt der Fehler im Programm; "
                + "versenden Sie dann nichts damit. Es wurde nichts gespeichert.\n"
        ) + (lines + (more > 0 ? [rest] : [])).lines
    }
}
