import Foundation
import MailCore
import Testing

struct PlanRulesTests {
    @Test(arguments: [(100, 90, true), (100, 110, true), (100, 89, false), (100, 111, false)])
    func `an expectation may be missed by a tenth`(expected: Int, count: Int, isMet: Bool) {
        #expect(RowExpectation.isMet(expected, by: count) == isMet)
    }

    @Test func `who expects nobody gets nobody`() {
        #expect(RowExpectation.isMet(0, by: 0))
        #expect(!RowExpectation.isMet(0, by: 1))
    }

    @Test
    func `rows of other days, other services, tests and unreadable ones are not in the window`() {
        let classes = Dictionary(uniqueKeysWithValues: RowClass.allCases.map { ($0, 1) })
        #expect(RowExpectation.rowsInWindow(classes) == RowClass.allCases.count - 4)
    }

    @Test(arguments: [
        (10, 30, false), (10, 31, true), (30, 10, false), (31, 10, true), (0, 9, false),
    ])
    func `three times as many rows, or a third, is another file`(
        before: Int,
        now: Int,
        isSuspicious: Bool
    ) {
        #expect(SizeChange.isSuspicious(from: before, to: now) == isSuspicious)
    }

    @Test func `ten hours before the first appointment is time enough`() {
        let first = Date(timeIntervalSince1970: 1_615_885_200)
        func lateness(_ hours: Double) -> Lateness? {
            Lateness(end: first.addingTimeInterval(-hours * 3_600), first: first)
        }
        #expect(lateness(10) == nil)
        #expect(lateness(9.9) == .hoursBefore(9))
        #expect(lateness(0) == .hoursBefore(0))
        #expect(lateness(-0.1) == .tooLate)
    }

    @Test func `a plan of another day must be named again`() {
        let planned = Date(timeIntervalSince1970: 1_615_827_600)
        let later = planned.addingTimeInterval(86_401)
        func mustBeNamed(_ planned: Date?, _ named: Date?, now: Date) -> Bool {
            PlanningMoment.mustBeNamed(planned: planned, named: named, now: now)
        }
        #expect(!mustBeNamed(nil, nil, now: later))
        #expect(!mustBeNamed(planned, nil, now: planned.addingTimeInterval(86_400)))
        #expect(mustBeNamed(planned, nil, now: later))
        #expect(mustBeNamed(planned, later, now: later))
        #expect(!mustBeNamed(planned, planned, now: later))
    }

    @Test func `a certificate of less than thirty days is told`() {
        let now = Date(timeIntervalSince1970: 1_615_827_600)
        func left(_ days: Double) -> Int? {
            CertificateTerm.fewDaysLeft(until: now.addingTimeInterval(days * 86_400), at: now)
        }
        #expect(left(30) == nil)
        #expect(left(29.9) == 29)
        #expect(left(-0.5) == -1)
    }
}
