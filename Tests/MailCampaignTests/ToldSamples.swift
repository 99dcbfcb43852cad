import MailCore
import MailImport

/// Every case of what is kept as a code, with values at the edges.
enum ToldSamples {
    static let numbers = [0, 1, 2, 1494]

    private static let flaws: [AddressFlaw] = [
        .nul, .lineBreak, .control, .hidden(number: "200B"), .apostrophe, .lostLetter, .spelledOut,
        .notOneAddress, .localPart, .domain, .tooLong,
    ]

    private static let asked: [AskedValue] = [
        AskedValue(
            PersonalKind.allCases.map { .cell(kind: $0, column: .place, row: nil) }
        ),
        AskedValue(
            PrintedColumn.allCases.map { .cell(kind: .name, column: $0, row: 1494) }
        ),
        AskedValue([.letter(kind: .name, row: 2)]),
    ]

    static let rows: [RowReason] = rowsWithout + rowsWithValues

    private static let rowsWithout: [RowReason] = [
        .notOnChosenDay, .anotherService, .anotherSite, .cancelledByStatus, .past, .repeated,
        .toldBefore, .testOrBlock, .takenForReal, .furtherPerson, .choiceEmpty, .perhapsTold,
        .unfinishedForm, .doubtfulStatus, .unknownStatus, .encodedTwice, .escapedText,
        .lostLetterInName, .leftover, .noText, .unknownZone, .halfKnown, .noAddress, .noContact,
        .madeUpAddress, .severalAddresses, .unsendableAddress, .noSuchTopLevel, .mixedAlphabets,
        .disguisedLetters, .guessedLetters, .manyPeople, .ownAddress,
    ]

    private static var rowsWithValues: [RowReason] {
        let counts = numbers.map { RowReason.fieldCount(fields: $0, header: 8) }
        let starts =
            StartFlaw.allCases.map { RowReason.start(flaw: $0, time: nil) }
            + [.start(flaw: .wrongWeekday, time: .hasSeconds)]
        let addresses = flaws.flatMap {
            [RowReason.invalidAddress(flaw: $0), .doubtfulAddress(flaw: $0)]
        }
        let values = asked.map { RowReason.value(number: 1, asked: $0) }
        let answers = RowAnswer.allCases.flatMap { answer in
            [(false, false), (true, false), (false, true)].map {
                RowReason.decided(answer: answer, hasGivenStart: $0.0, isFine: $0.1)
            }
        }
        let before = DeliveryState.allCases.flatMap { state in
            [("2021-03-16", "09:10"), (nil, nil)].map { day, time in
                RowReason.before(
                    template: "termin-absage",
                    campaign: "2021-03-16-1",
                    state: state.rawValue,
                    day: day,
                    time: time
                )
            }
        }
        return counts + starts + addresses + values + answers + before
            + [.misspelt(provider: "web.de"), .toldWithTemplate(campaign: "2021-03-16-1")]
    }

    static let states: [StateReason] =
        [
            .refused(reply: "550 5.1.1"), .deferred(reply: "450"),
            .doubtfullyRefused(reply: "550"), .sessionEnded(reply: "421"),
            .relayFault(reply: "530 5.7.0"), .connectionLost, .noTimeForAnother, .noTimeLeft,
            .withdrawn, .ruled, .olderJournal,
        ] + Doubt.allCases.map { .unknown(doubt: $0) }

    static var pauses: [PauseReason] {
        let counts = numbers.flatMap { number -> [PauseReason] in
            [
                .again(what: .connectionLost, times: number, minutes: number),
                .again(what: .sessionRefused(reply: "421"), times: number, minutes: nil),
                .manyRecipients(count: number, reply: "550 5.7.1"),
                .manyRefused(refused: number, last: 50),
                .tooLarge(row: 2, octets: number, limit: 1000), .unknown(messages: number),
                .written(row: 2, fault: .recipients(count: number)),
            ]
        }
        let aside: [PauseReason] = [
            .setAside(messages: 1, rows: [2]), .setAside(messages: 2, rows: [2, 3]),
            .setAside(messages: 1494, rows: Array(2...21)),
        ]
        let safety: [PauseReason] = [
            .notSent(row: 2, fault: .notApproved), .notSent(row: 2, fault: .notPlanned),
            .notSent(row: 2, fault: .guarded(finding: .longLine(line: 3))),
            .notSent(row: 2, fault: .notWritable(error: .missingValue("ort"))),
            .notSent(row: 2, fault: .notWritable(error: .controlCharacterInSubject)),
            .written(row: 2, fault: .anotherRecipient), .written(row: 2, fault: .anotherMessage),
        ]
        let others: [PauseReason] = [
            .asked, .connectionLost, .sessionEnded(reply: "421"), .sessionRefused(reply: "421"),
            .senderRefused(reply: "530 5.7.0"), .ownAddress(reply: "550"), .leftUnknown,
            .goesAgain, .olderJournal, .programEnded,
        ]
        return counts + aside + safety + others + troubles.map { .unconnected(trouble: $0) }
    }

    static let troubles: [RelayTrouble] =
        [
            .hostUnknown(host: host), .unreachable(relay: relay, detail: "Fehler 111"),
            .silent(relay: relay), .closed(relay: relay, detail: ""),
            .closed(relay: relay, detail: "Fehler 104"), .tooMuchBeforeTLS(relay: relay),
            .unwanted(relay: relay, reply: 554), .unwanted(relay: relay, reply: nil),
            .notEncrypting(relay: relay), .notEncrypting(relay: "[::1]:2525"),
            .certificate(relay: relay, detail: "abgelaufen", strict: false),
            .certificate(relay: relay, detail: "abgelaufen", strict: true), .caFile,
            .noCommonTLS(relay: relay, detail: "keine Protokolle", advice: .lessStrict),
            .noCommonTLS(relay: relay, detail: "keine Protokolle", advice: .startTLS),
            .noCommonTLS(relay: relay, detail: "keine Protokolle", advice: .port),
            .ownCertificate(relay: relay, detail: "falscher Schlüssel"), .keyChanged(relay: relay),
            .loginNotOffered(relay: relay), .waitsForTLS(relay: relay), .notSMTP(relay: relay),
            .clearText(relay: relay), .impossibleName, .noHandle(relay: relay),
        ] + logins + tokens

    private static let (host, relay) = ("mail.kreis.example", "mail.kreis.example:587")

    private static let logins: [RelayTrouble] = [
        .loginRefused(relay: relay, byToken: false, reply: 535, mayPass: false),
        .loginRefused(relay: relay, byToken: true, reply: nil, mayPass: false),
        .loginRefused(relay: relay, byToken: true, reply: 454, mayPass: true),
        .otherLogins(relay: relay, byToken: false, ours: ["PLAIN", "LOGIN"], offered: []),
        .otherLogins(relay: relay, byToken: true, ours: ["XOAUTH2"], offered: ["PLAIN"]),
    ]

    private static let tokens: [RelayTrouble] =
        [
            TokenError.fileUnreadable("Token Datei", .forbidden),
            .fileUnreadable("Token Datei", nil), .fileOpenToOthers("Token Datei"),
            .notInFile("Token Datei"), .programMissing("/usr/bin/token holen", .missing),
            .programOpenToOthers("/usr/bin/token holen"), .notPrinted(by: "/usr/bin/token holen"),
            .programFailed("/usr/bin/token holen", .notStarted(code: 2)),
            .programFailed("/usr/bin/token holen", .status(1)),
            .programFailed("/usr/bin/token holen", .signal(9)),
            .programFailed("/usr/bin/token holen", .tooLong(seconds: 60)),
            .programFailed("/usr/bin/token holen", .tooMuch(octets: 65_536)),
        ].map { .noToken(error: $0) } + [
            .noOtherToken(
                after: .loginRefused(relay: relay, byToken: true, reply: 535, mayPass: false)
            )
        ]
}

extension ToldSamples {
    static var warnings: [PlanWarning] {
        numbers.flatMap(counted)
            + [false, true].flatMap { flag -> [PlanWarning] in
                [
                    .furtherSheets(count: 1, isChosen: flag),
                    .yearSlip(rows: 1, isBefore: flag, days: days(1)),
                ]
            } + [
                .hiddenSheet, .zoneColumn(header: "Zeit zone", told: "Europe/Berlin"),
                .otherZone(read: "UTC", told: "Europe/Berlin"),
                .noChosenDay(first: "2021-03-16", last: "2021-03-16"),
                .noChosenDay(first: "2021-03-16", last: "2021-03-21"),
                .oddDays(chosen: 4, empty: days(1), odd: nil, median: nil),
                .oddDays(chosen: 4, empty: nil, odd: days(2), median: 250),
                .oddDays(chosen: 18, empty: days(5), odd: days(1), median: 250),
                .otherDayInName(given: "2021-03-16", name: "2021-03-17"),
                .oldFile(age: .minutes(count: 110)),
                .oldTitle(day: "2021-03-15", time: "15:40", age: .hours(count: 2)),
                .oldTitle(day: "2021-03-15", time: nil, age: .days(count: 2)),
                .inLetter(finding: .inLetter(.name, row: 8)),
            ]
            + lintFaults.map {
                .template(finding: LintFinding(.links, .warning, file: "message.txt", line: 3, $0))
            }
    }

    /// Why columns are not kept.
    static var dropped: [DiscardedColumn.Reason] {
        DeniedColumn.allCases.map { .header(kind: $0) }
            + ContentKind.allCases.map { .content(kind: $0) }
    }

    /// What the linter can say, with values.
    static var lintFaults: [LintFault] {
        let facts: [LintFault.Fact] = [
            .day, .time, .authority, .address, .imprint, .privacy, .hotline,
        ]
        let links: [LintFault.LinkFault] = [
            .typedAddress, .otherMailbox, .otherPhone, .showsAnother, .personal,
            .backslashOrBeyondASCII, .noScheme, .otherScheme(scheme: "ftp"), .unreadable,
            .notAllowed(host: "fremd.example"), .notEncrypted, .query, .loginOrPort,
        ]
        let kinds: [LintFault.ThirdParty] = [
            .redirector, .shortener, .listOfLinks, .socialNetwork, .formOrStorage,
        ]
        let loading: [LintFault.LoadingFault] = [
            .tooDeep, .element(name: "img"), .httpEquivalent, .styleSheet,
            .script(attribute: "onclick"), .style, .tracking(attribute: "ping"),
            .attribute(name: "src"), .href(element: "link"), .scheme(attribute: "content"),
            .address(attribute: "title"), .namespace, .comment, .second(tag: "<body"),
        ]
        let markup: [LintFault.MarkupFault] = [
            .text(in: nil), .text(in: "table"), .element(name: "font"),
            .place(element: "td", in: nil), .place(element: "td", in: "p"), .nested(element: "a"),
            .growth, .style(text: "position: fixed"), .attribute(name: "class", element: "p"),
            .bareBracket, .brokenTag, .tagInTitle, .secondTitle,
        ]
        return [
            .sensitiveSubject(word: "Impf"), .sensitiveBeginning(word: "Impf"),
            .personalSubject(placeholder: "name"), .shoutingSubject, .longSubject(characters: 91),
            .healthWord(word: "diagnos"), .sensitiveWord(word: "Impf"), .leftover(word: "xxx"),
            .staffTitle(word: "gez."), .wrongWeekday(written: "Montag, 16.03.2021"),
            .typedPhone(number: "0000 12345"), .hiddenCharacter, .mixedAlphabets(word: "Аstra"),
            .noPlace, .noChannel, .foreignPage(key: "imprint"), .inOnePart(placeholder: "ort"),
            .large(kilobytes: 31), .firstWords(say: .cancelled), .firstWords(say: .stands),
            .documentLanguage(language: "de"), .touchedPlaceholder(name: "vorname"),
        ] + facts.map { .missing(fact: $0) } + links.map { .link(fault: $0) }
            + kinds.map { .link(fault: .thirdParty(host: "kurz.example", kind: $0)) }
            + loading.map { .loads(fault: $0) } + markup.map { .markup(fault: $0) }
    }

    private static let header = "Telefon privat"

    private static func counted(_ number: Int) -> [PlanWarning] {
        [
            .furtherSheets(count: number, isChosen: false), .otherWorkbooks(count: number),
            .hiddenColumns(count: number), .formulasWithoutValue(count: number),
            .errorCells(count: number), .mergedRanges(count: number),
            .damagedReferences(cells: number, header: header),
            .roundedPhones(rows: number, header: header),
            .zerolessPhones(count: number, header: header), .webLetters(rows: number),
            .shortRows(count: number), .filledRows(count: number, headers: ["Tag", header]),
            .emptyDayCells(rows: number, header: header),
            .cancellingRemarks(cells: number, header: header, word: "storniert"),
            .unlikeNames(alike: number, compared: 1494),
            .sortedAlone(misplaced: 20, compared: 300, own: number),
            .severalSites(count: number), .severalServices(count: number),
            .toldByFollowUp(rows: number, campaign: "2021-03-16-1"),
            .plannedFollowUp(rows: number, campaign: "2021-03-16-1"),
            .erasedPeople(messages: number, campaign: "2021-03-16-1"),
        ]
    }

    private static func days(_ count: Int) -> PlanWarning.DayList {
        PlanWarning.DayList((0..<count).map { LocalDay(daysSinceEpoch: 18_702 + $0) }) {
            $0.daysSinceEpoch - 18_701
        }
    }
}
